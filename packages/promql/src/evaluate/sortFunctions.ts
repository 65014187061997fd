import type { Call } from '../syntax/ast.ts';
import { compareLabels, type LabelSet } from './LabelSet.ts';
import { evaluateString, evaluateVector, type Scope } from './Scope.ts';
import { compareValues } from './selectSeries.ts';
import { sortInTurns } from './sortInTurns.ts';
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
  const series = await sortInTurns(scope.evaluation, vector.series, (a, b) =>
    compareValues(a.values[0] ?? 0, b.values[0] ?? 0, isDescending),
  );
  return { type: 'vector', series };
}

/** Orders texts so that numbers in them count as numbers: `cpu2` before `cpu10`. */
function compareNaturally(partsA: readonly string[], partsB: readonly string[]): number {
  const length = Math.min(partsA.length, partsB.length);
  for (let index = 0; index < length; index += 1) {
    const [partA = '', partB = ''] = [partsA[index], partsB[index]];
    if (partA === partB) continue;
    const difference = Number(partA) - Number(partB);
    if (!Number.isNaN(difference) && difference !== 0) return difference;
    return partA < partB ? -1 : 1;
  }
  return partsA.length - partsB.length;
}

/** Returns the order of label sets by the values of some labels. */
function orderBy(names: readonly string[]): (a: LabelSet, b: LabelSet) => number {
  // Each text is taken apart once, not for each comparison.
  const known = new Map<string, readonly string[]>();
  const partsOf = (text: string): readonly string[] => {
    const parts = known.get(text) ?? text.match(/\d+|\D+/g) ?? [];
    known.set(text, parts);
    return parts;
  };
  return (a, b) => {
    for (const name of names) {
      const [textA, textB] = [a.get(name), b.get(name)];
      const order = textA === textB ? 0 : compareNaturally(partsOf(textA), partsOf(textB));
      if (order !== 0) return order;
    }
    return compareLabels(a, b);
  };
}

/** Evaluates `sort_by_label` and `sort_by_label_desc`. */
export async function callSortByLabel(scope: Scope, call: Call): Promise<VectorValue> {
  const vector = await evaluateVector(scope, call.args[0]);
  if (warnOfRange(scope, call)) return vector;
  const names: string[] = [];
  for (const argument of call.args.slice(1)) names.push(await evaluateString(scope, argument));
  const sign = call.name === 'sort_by_label' ? 1 : -1;
  const order = orderBy(names);
  const series = await sortInTurns(scope.evaluation, vector.series, (a, b) => sign * order(a.labels, b.labels));
  return { type: 'vector', series };
}
