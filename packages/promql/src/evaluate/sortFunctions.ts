import type { Call } from '../syntax/ast.ts';
import { compareLabels, type LabelSet } from './LabelSet.ts';
import { evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { compareValues } from './selectSeries.ts';
import type { VectorValue } from './values.ts';

function warnOfRange(scope: Scope, call: Call): boolean {
  if (scope.grid.count === 1) return false;
  scope.evaluation.warn('sort is ineffective for range queries since results are always ordered by labels', call);
  return true;
}

/** Evaluates `sort` and `sort_desc`. */
export async function callSort(scope: Scope, call: Call): Promise<VectorValue> {
  const vector = await evaluateVector(scope, call.args[0]);
  if (warnOfRange(scope, call)) return vector;
  const isDescending = call.name === 'sort_desc';
  const series = [...vector.series].sort((a, b) => compareValues(a.values[0] ?? 0, b.values[0] ?? 0, isDescending));
  return { type: 'vector', series };
}

/** Orders texts so that numbers in them count as numbers: `cpu2` before `cpu10`. */
function compareNaturally(a: string, b: string): number {
  const [partsA, partsB] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  const length = Math.min(partsA?.length ?? 0, partsB?.length ?? 0);
  for (let index = 0; index < length; index += 1) {
    const [partA = '', partB = ''] = [partsA?.[index], partsB?.[index]];
    if (partA === partB) continue;
    const difference = Number(partA) - Number(partB);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return partA < partB ? -1 : 1;
  }
  return (partsA?.length ?? 0) - (partsB?.length ?? 0);
}

function compareByLabels(a: LabelSet, b: LabelSet, names: readonly string[]): number {
  for (const name of names) {
    const order = compareNaturally(a.get(name), b.get(name));
    if (order !== 0) return order;
  }
  return compareLabels(a, b);
}

/** Evaluates `sort_by_label` and `sort_by_label_desc`. */
export async function callSortByLabel(scope: Scope, call: Call): Promise<VectorValue> {
  const vector = await evaluateVector(scope, call.args[0]);
  if (warnOfRange(scope, call)) return vector;
  const names: string[] = [];
  for (const argument of call.args.slice(1)) names.push(await evaluateString(scope, argument));
  const sign = call.name === 'sort_by_label' ? 1 : -1;
  const series = [...vector.series].sort((a, b) => sign * compareByLabels(a.labels, b.labels, names));
  return { type: 'vector', series };
}
