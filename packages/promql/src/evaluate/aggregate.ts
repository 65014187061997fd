import type { Aggregation, Positioned } from '../syntax/ast.ts';
import { accumulate } from './accumulate.ts';
import { accumulators } from './accumulators.ts';
import { anyPresent } from './anyPresent.ts';
import { countValues } from './countValues.ts';
import { largerOf, smallerOf } from './extremes.ts';
import { formatG } from './formatG.ts';
import { GroupIds } from './GroupIds.ts';
import { type GroupedSeries, groupingOf, groupSeries } from './groupSeries.ts';
import { isStepInvariant } from './isStepInvariant.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { quantileAmong } from './quantile.ts';
import { warnQuantiles } from './remarks.ts';
import { evaluateScalar, evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { selectByRank, selectFirst, selectRatio } from './selectSeries.ts';
import { blankGaps, isPresent, type Series, type VectorValue } from './values.ts';

function groupsOf(
  { evaluation }: Scope,
  { series }: VectorValue,
  aggregation: Aggregation,
): Promise<readonly GroupedSeries[]> {
  return groupSeries(evaluation, series, new GroupIds(groupingOf(aggregation)));
}

/** Returns the series of a group's result. */
async function toSeries(scope: Scope, { labels, members }: GroupedSeries, values: Float64Array): Promise<Series> {
  const isNameDropped = members.some((member) => member.isNameDropped);
  if (members.some(({ present }) => present === undefined))
    return { labels, values, present: undefined, isNameDropped };
  const present = await anyPresent(scope.evaluation, members, values.length);
  return { labels, values: blankGaps(values, present), present, isNameDropped };
}

async function quantiles(scope: Scope, { members }: GroupedSeries, parameters: Float64Array): Promise<Float64Array> {
  const results = new Float64Array(scope.grid.count);
  const buffer = new Float64Array(members.length);
  for (let step = 0; step < results.length; step += 1) {
    let count = 0;
    for (const member of members) {
      if (!isPresent(member, step)) continue;
      buffer[count] = member.values[step] as number;
      count += 1;
    }
    results[step] = quantileAmong(parameters[step] as number, buffer, count);
    const pause = scope.evaluation.tick(members.length * 8);
    if (pause !== undefined) await pause;
  }
  return results;
}

/** Returns the parameter of each step; where the operand is the same at all of them, that of the first, as Prometheus. */
async function evaluateParameter(scope: Scope, { expr, parameter }: Aggregation): Promise<Float64Array> {
  const values = await evaluateScalar(scope, parameter);
  return isStepInvariant(expr) ? values.map(() => values[0] ?? Number.NaN) : values;
}

async function selectFromGroups(
  scope: Scope,
  aggregation: Aggregation,
  vector: VectorValue,
): Promise<readonly Series[]> {
  const { name, parameter } = aggregation;
  const amounts = await evaluateParameter(scope, aggregation);
  if (amounts.some(Number.isNaN)) failExecution(`${name === 'limit_ratio' ? 'Ratio' : 'Parameter'} value is NaN`);
  if (name === 'limit_ratio') {
    warnRatios(scope, amounts, parameter ?? aggregation);
    return selectRatio(scope, vector.series, amounts);
  }
  checkAmounts(amounts);
  const chosen: Series[] = [];
  for (const { members } of await groupsOf(scope, vector, aggregation)) {
    const some =
      name === 'limitk' ? selectFirst(scope, members, amounts) : selectByRank(scope, members, amounts, name === 'topk');
    chosen.push(...(await some));
  }
  return chosen;
}

/** Returns the largest and the smallest parameter: the only ones of which is spoken. */
const extremesOf = (parameters: Float64Array): readonly number[] =>
  [largerOf, smallerOf].map((choose) => parameters.reduce((a, b) => choose(a, b), parameters[0] ?? 0));

/** Refuses what is no 64-bit whole number. */
function checkAmounts(amounts: Float64Array): void {
  const [most = 0, least = 0] = extremesOf(amounts);
  // Where nothing is asked for, nothing is checked.
  if (most < 1) return;
  if (least <= -(2 ** 63)) failExecution(`Scalar value ${formatG(least)} underflows int64`);
  if (most >= 2 ** 63 - 1024) failExecution(`Scalar value ${formatG(most)} overflows int64`);
}

function warnRatios(scope: Scope, ratios: Float64Array, place: Positioned): void {
  for (const ratio of extremesOf(ratios)) {
    if (Math.abs(ratio) <= 1) continue;
    const text = `ratio value should be between -1 and 1, got ${formatG(ratio)}, capping to ${Math.sign(ratio)}`;
    scope.evaluation.warn(text, place);
  }
}

async function aggregateQuantiles(
  scope: Scope,
  aggregation: Aggregation,
  vector: VectorValue,
): Promise<readonly Series[]> {
  const parameters = await evaluateParameter(scope, aggregation);
  warnQuantiles(scope.evaluation, extremesOf(parameters), aggregation.parameter ?? aggregation);
  const results: Series[] = [];
  for (const group of await groupsOf(scope, vector, aggregation)) {
    results.push(await toSeries(scope, group, await quantiles(scope, group, parameters)));
  }
  return results;
}

/** Evaluates an aggregation. */
export async function aggregate(scope: Scope, aggregation: Aggregation): Promise<VectorValue> {
  const create = accumulators[aggregation.name];
  if (create !== undefined) return { type: 'vector', series: await accumulate(scope, aggregation, create) };
  const vector = await evaluateVector(scope, aggregation.expr);
  const evaluateSeries = async (): Promise<readonly Series[]> => {
    switch (aggregation.name) {
      case 'topk':
      case 'bottomk':
      case 'limitk':
      case 'limit_ratio':
        return selectFromGroups(scope, aggregation, vector);
      case 'quantile':
        return aggregateQuantiles(scope, aggregation, vector);
      case 'count_values':
        return countValues(scope, vector.series, aggregation, await evaluateString(scope, aggregation.parameter));
      default:
        return failExecution(`unknown aggregation ${aggregation.name}`);
    }
  };
  return { type: 'vector', series: await evaluateSeries() };
}
