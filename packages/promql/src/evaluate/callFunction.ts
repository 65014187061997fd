import type { Call } from '../syntax/ast.ts';
import { callAbsent, callAbsentOverTime } from './absent.ts';
import { callRangeFunction, rangeFunctions } from './callRangeFunction.ts';
import { withoutParens } from './Evaluation.ts';
import { largerOf, smallerOf } from './extremes.ts';
import { timesOf } from './Grid.ts';
import { callHistogramFraction, callHistogramQuantile, callHistogramQuantiles } from './histogramFunctions.ts';
import { callInfo } from './info.ts';
import { callLabelJoin, callLabelReplace } from './labelFunctions.ts';
import { mapVector } from './mapVector.ts';
import { dateFunctions, mathFunctions } from './mathFunctions.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { evaluateScalar, evaluateVector, type Scope } from './Scope.ts';
import { SeriesList } from './SeriesSink.ts';
import { selectVector } from './selectVector.ts';
import { callSort, callSortByLabel } from './sortFunctions.ts';
import { isPresent, type ScalarValue, type Series, type Value, type VectorValue } from './values.ts';
import { vectorOf } from './vectorOf.ts';

type FunctionImplementation = (scope: Scope, call: Call) => Value | Promise<Value>;

const constant = (scope: Scope, value: number): ScalarValue => ({
  type: 'scalar',
  values: new Float64Array(scope.grid.count).fill(value),
});

const seconds = (scope: Scope): ScalarValue => ({
  type: 'scalar',
  values: timesOf(scope.grid).map((timeMs) => timeMs / 1000),
});

async function callClamp(scope: Scope, { name, args }: Call): Promise<VectorValue> {
  const vector = await evaluateVector(scope, args[0]);
  const first = await evaluateScalar(scope, args[1]);
  const none = new Float64Array(scope.grid.count);
  const least = name === 'clamp_max' ? none.fill(Number.NEGATIVE_INFINITY) : first;
  const second = name === 'clamp' ? await evaluateScalar(scope, args[2]) : first;
  const most = name === 'clamp_min' ? none.fill(Number.POSITIVE_INFINITY) : second;
  const clamped = await mapVector(scope, vector, (value, step) =>
    largerOf(least[step] as number, smallerOf(most[step] as number, value)),
  );
  // Bounds in the wrong order leave nothing between them.
  const isEmpty = new Uint8Array(least.length);
  for (let step = 0; step < least.length; step += 1) {
    isEmpty[step] = (least[step] as number) > (most[step] as number) ? 1 : 0;
  }
  if (!isEmpty.includes(1)) return clamped;
  const series: Series[] = [];
  for (const one of clamped.series) {
    const present = isEmpty.map((empty, step) => (empty === 0 && isPresent(one, step) ? 1 : 0));
    const values = one.values.map((value, step) => (present[step] === 1 ? value : Number.NaN));
    if (present.includes(1)) series.push({ ...one, present, values });
    const pause = scope.evaluation.tick(values.length * 3 + 150);
    if (pause !== undefined) await pause;
  }
  return { type: 'vector', series };
}

async function callRound(scope: Scope, { args }: Call): Promise<VectorValue> {
  const vector = await evaluateVector(scope, args[0]);
  const nearest = args.length > 1 ? await evaluateScalar(scope, args[1]) : constant(scope, 1).values;
  // Multiplying by the inverse is more exact than dividing, for the usual 0.1 and 0.01.
  const inverses = nearest.map((step) => 1 / step);
  return mapVector(scope, vector, (value, step) => {
    const inverse = inverses[step] as number;
    return Math.floor(value * inverse + 0.5) / inverse;
  });
}

async function callScalar(scope: Scope, { args }: Call): Promise<ScalarValue> {
  const { series } = await evaluateVector(scope, args[0]);
  const counts = new Uint32Array(scope.grid.count);
  const values = new Float64Array(scope.grid.count);
  for (const one of series) {
    for (let step = 0; step < values.length; step += 1) {
      if (!isPresent(one, step)) continue;
      counts[step] = (counts[step] as number) + 1;
      values[step] = one.values[step] as number;
    }
    const pause = scope.evaluation.tick(values.length + 150);
    if (pause !== undefined) await pause;
  }
  return { type: 'scalar', values: values.map((value, step) => (counts[step] === 1 ? value : Number.NaN)) };
}

async function callVector(scope: Scope, { args }: Call): Promise<VectorValue> {
  return vectorOf({ type: 'scalar', values: await evaluateScalar(scope, args[0]) });
}

async function callDate(scope: Scope, { name, args }: Call): Promise<VectorValue> {
  const part = dateFunctions.get(name) ?? failExecution(`unknown function ${name}`);
  const vector = args.length === 0 ? vectorOf(seconds(scope)) : await evaluateVector(scope, args[0]);
  return mapVector(scope, vector, part);
}

/** `timestamp` of a bare selector is the time of the samples; of anything else it is the time of the step. */
async function callTimestamp(scope: Scope, { name, args }: Call): Promise<VectorValue> {
  const argument = args[0] === undefined ? undefined : withoutParens(args[0]);
  if (argument?.type === 'vectorSelector') {
    return selectVector(argument, scope, name === 'timestamp' ? 'time' : 'startTime');
  }
  const times = seconds(scope).values;
  const vector = await evaluateVector(scope, args[0]);
  return mapVector(scope, vector, (_, step) => (name === 'timestamp' ? (times[step] as number) : 0));
}

async function callChoice(scope: Scope, { name, args }: Call): Promise<ScalarValue> {
  const left = await evaluateScalar(scope, args[0]);
  const right = await evaluateScalar(scope, args[1]);
  const choose = name === 'min_of' ? smallerOf : largerOf;
  return { type: 'scalar', values: left.map((value, step) => choose(value, right[step] as number)) };
}

// Floats have no histogram to look into.
const callNativeOnly: FunctionImplementation = async (scope, { args }) => {
  await evaluateVector(scope, args[0]);
  return { type: 'vector', series: [] };
};

const implementations: ReadonlyMap<string, FunctionImplementation> = /* @__PURE__ */ new Map<
  string,
  FunctionImplementation
>([
  ['absent', callAbsent],
  ['absent_over_time', callAbsentOverTime],
  ['clamp', callClamp],
  ['clamp_max', callClamp],
  ['clamp_min', callClamp],
  ['end', (scope) => constant(scope, scope.evaluation.endMs / 1000)],
  ['histogram_avg', callNativeOnly],
  ['histogram_count', callNativeOnly],
  ['histogram_fraction', callHistogramFraction],
  ['histogram_quantile', callHistogramQuantile],
  ['histogram_quantiles', callHistogramQuantiles],
  ['histogram_stddev', callNativeOnly],
  ['histogram_stdvar', callNativeOnly],
  ['histogram_sum', callNativeOnly],
  ['info', callInfo],
  ['label_join', callLabelJoin],
  ['label_replace', callLabelReplace],
  ['max_of', callChoice],
  ['min_of', callChoice],
  ['pi', (scope) => constant(scope, Math.PI)],
  ['range', (scope) => constant(scope, (scope.evaluation.endMs - scope.evaluation.grid.startMs) / 1000)],
  ['round', callRound],
  ['scalar', callScalar],
  ['sort', callSort],
  ['sort_by_label', callSortByLabel],
  ['sort_by_label_desc', callSortByLabel],
  ['sort_desc', callSort],
  ['start', (scope) => constant(scope, scope.evaluation.grid.startMs / 1000)],
  ['start_timestamp', callTimestamp],
  ['step', (scope) => constant(scope, scope.evaluation.grid.stepMs / 1000)],
  ['time', seconds],
  ['timestamp', callTimestamp],
  ['vector', callVector],
  ...[...dateFunctions.keys()].map((name) => [name, callDate] as const),
]);

/** The names of all functions that are implemented, for the test that compares them with the signatures. */
export const implementedFunctions: readonly string[] = /* @__PURE__ */ [
  ...implementations.keys(),
  ...rangeFunctions.keys(),
  ...mathFunctions.keys(),
];

/** Evaluates a function call. */
export async function callFunction(scope: Scope, call: Call): Promise<Value> {
  const rangeFunction = rangeFunctions.get(call.name);
  if (rangeFunction !== undefined) {
    const list = new SeriesList(scope.grid.count);
    await callRangeFunction(scope, call, rangeFunction, list);
    return { type: 'vector', series: list.series };
  }
  const math = mathFunctions.get(call.name);
  if (math !== undefined) return mapVector(scope, await evaluateVector(scope, call.args[0]), (value) => math(value));
  const implementation = implementations.get(call.name) ?? failExecution(`unknown function with name "${call.name}"`);
  return implementation(scope, call);
}
