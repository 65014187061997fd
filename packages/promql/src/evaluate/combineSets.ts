import type { BinaryExpr } from '../syntax/ast.ts';
import { anyPresent } from './anyPresent.ts';
import { GroupIds } from './GroupIds.ts';
import { groupSeries } from './groupSeries.ts';
import { matchGrouping } from './matchGrouping.ts';
import { mergeSeries } from './mergeSeries.ts';
import type { Scope } from './Scope.ts';
import { hasSample, type Series, type VectorValue } from './values.ts';

/** Returns at which steps any of the series has a sample; `undefined` for all. */
async function coverage(scope: Scope, series: readonly Series[], count: number): Promise<Uint8Array | undefined> {
  const isFull = series.some(({ present }) => present === undefined);
  return isFull ? undefined : anyPresent(scope.evaluation, series, count);
}

/** Keeps the samples at covered steps, or at the others. */
function mask(series: Series, covered: Uint8Array | undefined, keepsCovered: boolean): Series | undefined {
  if (covered === undefined) return keepsCovered ? series : undefined;
  const wanted = keepsCovered ? 1 : 0;
  const values = series.values.slice();
  const present = new Uint8Array(values.length);
  for (let step = 0; step < values.length; step += 1) {
    if (covered[step] === wanted && (series.present === undefined || series.present[step] === 1)) present[step] = 1;
    else values[step] = Number.NaN;
  }
  const masked = { ...series, values, present };
  return hasSample(masked) ? masked : undefined;
}

/** Evaluates `and`, `or` and `unless`. */
export async function combineSets(
  scope: Scope,
  { operator, matching }: BinaryExpr,
  left: VectorValue,
  right: VectorValue,
): Promise<VectorValue> {
  const { count } = scope.grid;
  const [filtered, filter] = operator === 'or' ? [right, left] : [left, right];
  const ids = new GroupIds(matchGrouping(matching));
  const groups = await groupSeries(scope.evaluation, filter.series, ids);
  const covered: (Uint8Array | undefined)[] = [];
  for (const { members } of groups) covered.push(await coverage(scope, members, count));

  const kept: Series[] = [];
  const isKeptOutside = operator !== 'and';
  for (const series of filtered.series) {
    const id = ids.find(series.labels);
    const result = id >= 0 ? mask(series, covered[id], !isKeptOutside) : isKeptOutside ? series : undefined;
    if (result !== undefined) kept.push(result);
    const pause = scope.evaluation.tick(count + 200);
    if (pause !== undefined) await pause;
  }
  if (operator !== 'or') return { type: 'vector', series: kept };
  return { type: 'vector', series: await mergeSeries(scope.evaluation, [...left.series, ...kept]) };
}
