import type { Call, EdgeModifier, Expr } from '../syntax/ast.ts';
import { functionSignatures } from '../syntax/signatures.ts';
import { hasOverlap } from './counterResets.ts';
import { checkEdges, slideEdges } from './edges.ts';
import { evaluateRangeVector } from './evaluateRangeVector.ts';
import { fillSteps } from './fillSteps.ts';
import { overTimeFunctions } from './overTime.ts';
import type { RangeCall, RangeFunction } from './rangeFunction.ts';
import { rateFunctions } from './rate.ts';
import { regressionFunctions } from './regression.ts';
import { remarkGauges, warnOverlap, warnQuantiles } from './remarks.ts';
import { evaluateScalar, type Scope } from './Scope.ts';
import type { SeriesSink } from './SeriesSink.ts';
import { blankGaps, type RangeValue, type Samples, type Series } from './values.ts';
import { PerTimes, windowsOn } from './Windows.ts';

/** The functions of one range vector, by name. */
export const rangeFunctions: ReadonlyMap<string, RangeFunction> = /* @__PURE__ */ new Map([
  ...overTimeFunctions,
  ...rateFunctions,
  ...regressionFunctions,
]);

/** What a call works on. */
interface RangeSetup {
  readonly range: RangeValue;
  readonly call: RangeCall;
  /** The range in the query, for remarks. */
  readonly place: Expr;
}

async function prepareRange(scope: Scope, call: Call, fn: RangeFunction): Promise<RangeSetup> {
  const { evaluation, grid } = scope;
  const types = functionSignatures.get(call.name)?.argumentTypes ?? [];
  const rangeArgument = call.args[types.indexOf('matrix')];
  const range = await evaluateRangeVector(scope, rangeArgument);
  const parameters: Float64Array[] = [];
  for (const argument of call.args) {
    if (argument !== rangeArgument) parameters.push(await evaluateScalar(scope, argument));
  }
  const [quantiles] = parameters;
  if (call.name === 'quantile_over_time' && quantiles !== undefined) {
    warnQuantiles(evaluation, quantiles, call.args[0] ?? call);
  }
  checkEdges(range.edges, call.name);
  const timeMs = (step: number): number => grid.startMs + step * grid.stepMs;
  // One window for all steps is enough when the value does not depend on the step.
  const isRepeated = range.ends.length < grid.count && fn.dependsOnStep === true;
  const ends = isRepeated ? new Float64Array(grid.count).fill(range.ends[0] ?? 0) : range.ends;
  return { range, call: { rangeMs: range.rangeMs, ends, parameters, timeMs }, place: rangeArgument ?? call };
}

interface Filled {
  readonly column: Float64Array;
  readonly present: Uint8Array | undefined;
}

/** Writes NaN where there is no sample, and the one value of a window that all steps share everywhere. */
function finish({ column, present }: Filled, windowCount: number): Pick<Series, 'values' | 'present'> {
  if (windowCount < column.length) return { values: column.fill(column[0] ?? Number.NaN), present: undefined };
  return { values: blankGaps(column, present), present };
}

/** Evaluates a call of a function that takes a range vector and gives a value for each window. */
export async function callRangeFunction(scope: Scope, call: Call, fn: RangeFunction, sink: SeriesSink): Promise<void> {
  const { evaluation, grid } = scope;
  const { range, call: rangeCall, place } = await prepareRange(scope, call, fn);
  const { ends, rangeMs } = rangeCall;
  const { edges } = range;
  const known = new PerTimes((times) => windowsOn(times, ends, rangeMs));
  const start = fn.prepare(rangeCall);
  const names = new Set<string>();
  const isIncrease = call.name === 'rate' || call.name === 'increase';

  const fillColumn = async (samples: Samples, modifier: EdgeModifier): Promise<Filled | undefined> => {
    const column = sink.column();
    const present = await slideEdges(samples, rangeCall, { evaluation, edges: modifier, name: call.name }, column);
    return present.includes(1) ? { column, present: present.includes(0) ? present : undefined } : undefined;
  };
  const slide = (samples: Samples): Filled | undefined | Promise<Filled> => {
    const windows = known.of(samples.times);
    const { present, count } = fn.presence?.(samples, windows, rangeCall) ?? windows.presence(fn.minSamples);
    if (count === 0 && (fn.looksAtSingles !== true || windows.presence(1).count === 0)) return undefined;
    const filled = { column: sink.column(), present };
    const pause = fillSteps(
      evaluation,
      windows,
      start({ samples, windows, column: filled.column }),
      fn.isDear === true,
    );
    return pause?.then(() => filled) ?? filled;
  };

  for (const samples of range.series) {
    if (isIncrease && edges === undefined && hasOverlap(samples, range)) warnOverlap(evaluation, samples.labels, place);
    evaluation.countSamples(grid.count);
    const result = edges === undefined ? slide(samples) : fillColumn(samples, edges);
    const filled = result instanceof Promise ? await result : result;
    if (filled === undefined) continue;
    names.add(samples.labels.get('__name__'));
    const isNameDropped = fn.keepsName === true ? samples.isNameDropped : true;
    const pause = sink.take({ labels: samples.labels, ...finish(filled, ends.length), isNameDropped });
    if (pause !== undefined) await pause;
  }
  if (isIncrease) remarkGauges(evaluation, names, place);
}
