import type { Aggregation } from '../syntax/ast.ts';
import { accumulators } from './accumulators.ts';
import { countValues } from './countValues.ts';
import { type GroupedSeries, groupSeries } from './groupSeries.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { quantileOf, sortNumbers } from './quantile.ts';
import { warnQuantiles } from './remarks.ts';
import { evaluateScalar, evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { selectByRank, selectFirst, selectRatio } from './selectSeries.ts';
import { isPresent, type Series, type VectorValue } from './values.ts';

/** Returns the series of a group's result. */
function toSeries({ labels, members }: GroupedSeries, values: Float64Array): Series {
  const isNameDropped = members.some((member) => member.isNameDropped);
  if (members.some(({ present }) => present === undefined))
    return { labels, values, present: undefined, isNameDropped };
  const present = new Uint8Array(values.length);
  for (let step = 0; step < values.length; step += 1) {
    if (members.some((member) => isPresent(member, step))) present[step] = 1;
    else values[step] = Number.NaN;
  }
  return { labels, values, present, isNameDropped };
}

function quantiles({ members }: GroupedSeries, parameters: Float64Array): Float64Array {
  const buffer = new Float64Array(members.length);
  return parameters.map((quantile, step) => {
    let count = 0;
    for (const member of members) {
      if (!isPresent(member, step)) continue;
      buffer[count] = member.values[step] as number;
      count += 1;
    }
    return quantileOf(quantile, sortNumbers(buffer.slice(0, count)));
  });
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
    results.push(toSeries(group, accumulator.finish()));
  }
  return results;
}

async function selectSeries(scope: Scope, aggregation: Aggregation, vector: VectorValue): Promise<readonly Series[]> {
  const { name, parameter } = aggregation;
  const amounts = await evaluateScalar(scope, parameter);
  if (amounts.some(Number.isNaN)) failExecution(`${name === 'limit_ratio' ? 'Ratio' : 'Parameter'} value is NaN`);
  const groups = groupSeries(vector.series, aggregation);
  const pause = scope.evaluation.tick(vector.series.length * scope.grid.count);
  if (pause !== undefined) await pause;
  if (name === 'limitk') return groups.flatMap(({ members }) => selectFirst(members, amounts));
  if (name !== 'limit_ratio') return groups.flatMap(({ members }) => selectByRank(members, amounts, name === 'topk'));
  for (const ratio of new Set(amounts)) {
    if (Math.abs(ratio) <= 1) continue;
    const text = `ratio value should be between -1 and 1, got ${ratio}, capping to ${Math.sign(ratio)}`;
    scope.evaluation.warn(text, parameter ?? aggregation);
  }
  return selectRatio(vector.series, amounts);
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
    results.push(toSeries(group, quantiles(group, parameters)));
    const pause = scope.evaluation.tick(group.members.length * scope.grid.count);
    if (pause !== undefined) await pause;
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
        return selectSeries(scope, aggregation, vector);
      case 'quantile':
        return aggregateQuantiles(scope, aggregation, vector);
      case 'count_values':
        return countValues(vector.series, aggregation, await evaluateString(scope, aggregation.parameter));
      default:
        return accumulate(scope, aggregation, vector);
    }
  };
  return { type: 'vector', series: await evaluateSeries() };
}
