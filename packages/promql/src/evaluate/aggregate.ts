import type { Aggregation, Positioned } from '../syntax/ast.ts';
import { formatNumber } from '../syntax/numbers.ts';
import { accumulators } from './accumulators.ts';
import { anyPresent } from './anyPresent.ts';
import { countValues } from './countValues.ts';
import { type GroupedSeries, groupSeries } from './groupSeries.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { quantileOf, sortNumbers } from './quantile.ts';
import { warnQuantiles } from './remarks.ts';
import { evaluateScalar, evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { selectByRank, selectFirst, selectRatio } from './selectSeries.ts';
import { isPresent, type Series, type VectorValue } from './values.ts';

/** Returns the series of a group's result. */
async function toSeries(scope: Scope, { labels, members }: GroupedSeries, values: Float64Array): Promise<Series> {
  const isNameDropped = members.some((member) => member.isNameDropped);
  if (members.some(({ present }) => present === undefined))
    return { labels, values, present: undefined, isNameDropped };
  const present = await anyPresent(scope.evaluation, members, values.length);
  for (let step = 0; step < values.length; step += 1) if (present[step] === 0) values[step] = Number.NaN;
  return { labels, values, present, isNameDropped };
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
    results[step] = quantileOf(parameters[step] as number, sortNumbers(buffer.subarray(0, count)));
    const pause = scope.evaluation.tick(members.length * 8);
    if (pause !== undefined) await pause;
  }
  return results;
}

async function accumulate(scope: Scope, aggregation: Aggregation, vector: VectorValue): Promise<readonly Series[]> {
  const { evaluation, grid } = scope;
  const create = accumulators[aggregation.name] ?? failExecution(`unknown aggregation ${aggregation.name}`);
  const results: Series[] = [];
  for (const group of groupSeries(vector.series, aggregation)) {
    const accumulator = create(grid.count);
    for (const member of group.members) {
      accumulator.add(member.values, member.present);
      const pause = evaluation.tick(grid.count);
      if (pause !== undefined) await pause;
    }
    evaluation.countSamples(grid.count);
    results.push(await toSeries(scope, group, accumulator.finish()));
  }
  return results;
}

async function selectFromGroups(
  scope: Scope,
  aggregation: Aggregation,
  vector: VectorValue,
): Promise<readonly Series[]> {
  const { name, parameter } = aggregation;
  const amounts = await evaluateScalar(scope, parameter);
  if (amounts.some(Number.isNaN)) failExecution(`${name === 'limit_ratio' ? 'Ratio' : 'Parameter'} value is NaN`);
  if (name === 'limit_ratio') {
    warnRatios(scope, amounts, parameter ?? aggregation);
    return selectRatio(scope, vector.series, amounts);
  }
  const chosen: Series[] = [];
  for (const { members } of groupSeries(vector.series, aggregation)) {
    const some =
      name === 'limitk' ? selectFirst(scope, members, amounts) : selectByRank(scope, members, amounts, name === 'topk');
    chosen.push(...(await some));
  }
  return chosen;
}

function warnRatios(scope: Scope, ratios: Float64Array, place: Positioned): void {
  for (const ratio of new Set(ratios)) {
    if (Math.abs(ratio) <= 1) continue;
    const text = `ratio value should be between -1 and 1, got ${formatNumber(ratio)}, capping to ${Math.sign(ratio)}`;
    scope.evaluation.warn(text, place);
  }
}

async function aggregateQuantiles(
  scope: Scope,
  aggregation: Aggregation,
  vector: VectorValue,
): Promise<readonly Series[]> {
  const parameters = await evaluateScalar(scope, aggregation.parameter);
  warnQuantiles(scope.evaluation, parameters, aggregation.parameter ?? aggregation);
  const results: Series[] = [];
  for (const group of groupSeries(vector.series, aggregation)) {
    results.push(await toSeries(scope, group, await quantiles(scope, group, parameters)));
  }
  return results;
}

/** Evaluates an aggregation. */
export async function aggregate(scope: Scope, aggregation: Aggregation): Promise<VectorValue> {
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
        return accumulate(scope, aggregation, vector);
    }
  };
  return { type: 'vector', series: await evaluateSeries() };
}
