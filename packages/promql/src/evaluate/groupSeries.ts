import type { Aggregation } from '../syntax/ast.ts';
import type { Evaluation } from './Evaluation.ts';
import type { GroupIds, Grouping } from './GroupIds.ts';
import { LabelSet } from './LabelSet.ts';
import type { Series } from './values.ts';

/** The series that one result of an aggregation is made of. */
export interface GroupedSeries {
  readonly labels: LabelSet;
  readonly members: Series[];
}

/** Returns by which labels an aggregation groups series. */
export function groupingOf({ grouping, isWithout }: Aggregation): Grouping {
  return { names: isWithout ? [...grouping, '__name__'] : grouping, isWithout };
}

/**
 * Sorts the series into groups, in the order of each group's first series.
 *
 * @param ids - Numbers the groups; none yet.
 */
export async function groupSeries(
  evaluation: Evaluation,
  series: readonly Series[],
  ids: GroupIds,
): Promise<readonly GroupedSeries[]> {
  const groups: GroupedSeries[] = [];
  for (const one of series) {
    const id = ids.idOf(one.labels);
    const known = groups[id];
    if (known === undefined) groups.push({ labels: ids.labelsOf(id) ?? LabelSet.empty, members: [one] });
    else known.members.push(one);
    const pause = evaluation.tick(200);
    if (pause !== undefined) await pause;
  }
  return groups;
}
