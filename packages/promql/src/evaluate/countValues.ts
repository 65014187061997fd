import type { Aggregation } from '../syntax/ast.ts';
import { isValidName, quoteString } from '../syntax/strings.ts';
import { formatDecimal } from '../syntax/formatDecimal.ts';
import { groupingLabels } from './groupSeries.ts';
import type { LabelSet } from './LabelSet.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Scope } from './Scope.ts';
import { isPresent, type Series } from './values.ts';

/** Counts, for each value that occurs, the series that have it; the value becomes a label. */
export async function countValues(
  scope: Scope,
  series: readonly Series[],
  aggregation: Aggregation,
  label: string,
): Promise<Series[]> {
  if (!isValidName(label)) failExecution(`invalid label name ${quoteString(label)}`);
  const counts = new Map<
    string,
    { labels: LabelSet; values: Float64Array; present: Uint8Array; isNameDropped: boolean }
  >();
  for (const one of series) {
    const group = groupingLabels(one.labels, aggregation);
    for (let step = 0; step < one.values.length; step += 1) {
      if (!isPresent(one, step)) continue;
      const labels = group.with([[label, formatDecimal(one.values[step] as number)]]);
      const steps = one.values.length;
      const known = counts.get(labels.key);
      const count = known ?? {
        labels,
        values: new Float64Array(steps),
        present: new Uint8Array(steps),
        isNameDropped: false,
      };
      if (known === undefined) counts.set(labels.key, count);
      count.values[step] = (count.values[step] as number) + 1;
      count.present[step] = 1;
      count.isNameDropped ||= one.isNameDropped;
    }
    const pause = scope.evaluation.tick(one.values.length * 100);
    if (pause !== undefined) await pause;
  }
  for (const { values, present } of counts.values()) {
    for (let step = 0; step < values.length; step += 1) if (present[step] === 0) values[step] = Number.NaN;
  }
  return [...counts.values()];
}
