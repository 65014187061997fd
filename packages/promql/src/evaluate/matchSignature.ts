import type { VectorMatching } from '../syntax/ast.ts';
import type { LabelSet } from './LabelSet.ts';

/** Returns the labels by which a series is paired with others. */
export function matchLabels(labels: LabelSet, matching: VectorMatching | undefined): LabelSet {
  if (matching?.mode === 'on') return labels.only(matching.labels);
  return labels.without(['__name__', ...(matching?.labels ?? [])]);
}

/** Sorts series into groups that are paired with each other; within a group they keep their order. */
export function groupByMatch<T extends { readonly labels: LabelSet }>(
  series: readonly T[],
  matching: VectorMatching | undefined,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of series) {
    const { key } = matchLabels(one.labels, matching);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
