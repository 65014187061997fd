import type { Aggregation } from '../syntax/ast.ts';
import { LabelSet } from './LabelSet.ts';
import type { Series } from './values.ts';

/** The series that one result of an aggregation is made of. */
export interface GroupedSeries {
  readonly labels: LabelSet;
  readonly members: Series[];
}

/** Returns the labels by which an aggregation groups a series. */
export function groupingLabels(labels: LabelSet, { grouping, isWithout }: Aggregation): LabelSet {
  if (isWithout) return labels.without([...grouping, '__name__']);
  return grouping.length === 0 ? LabelSet.empty : labels.only(grouping);
}

/** Sorts the series into the groups of an aggregation, in the order of each group's first series. */
export function groupSeries(series: readonly Series[], aggregation: Aggregation): readonly GroupedSeries[] {
  const groups = new Map<string, GroupedSeries>();
  for (const one of series) {
    const labels = groupingLabels(one.labels, aggregation);
    const known = groups.get(labels.key);
    if (known === undefined) groups.set(labels.key, { labels, members: [one] });
    else known.members.push(one);
  }
  return [...groups.values()];
}
