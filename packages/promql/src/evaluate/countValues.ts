import type { Aggregation } from '../syntax/ast.ts';
import { formatDecimal } from '../syntax/formatDecimal.ts';
import { isValidName, quoteString } from '../syntax/strings.ts';
import { GroupIds } from './GroupIds.ts';
import { groupingOf } from './groupSeries.ts';
import { LabelSet } from './LabelSet.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Scope } from './Scope.ts';
import { isPresent, type Series } from './values.ts';

interface Count extends Series {
  readonly present: Uint8Array;
  isNameDropped: boolean;
}

class ValueCounts {
  readonly #scope: Scope;
  readonly #label: string;
  /** Whether the aggregation leaves the very label out, too. */
  readonly #isLabelLost: boolean;
  readonly #ids: GroupIds;
  /** What was found for each value of each group; two groups are the same where the label takes their difference. */
  readonly #byGroup: Map<number | string, Count>[] = [];
  readonly #byKey = new Map<string, Count>();

  constructor(scope: Scope, aggregation: Aggregation, label: string) {
    this.#scope = scope;
    this.#label = label;
    this.#isLabelLost = aggregation.isWithout && [...aggregation.grouping, '__name__'].includes(label);
    this.#ids = new GroupIds(groupingOf(aggregation));
  }

  #create(id: number, value: number): Count {
    const group = this.#ids.labelsOf(id) ?? LabelSet.empty;
    const labels = this.#isLabelLost ? group : group.with([[this.#label, formatDecimal(value)]]);
    const known = this.#byKey.get(labels.key);
    if (known !== undefined) return known;
    const steps = this.#scope.grid.count;
    this.#scope.evaluation.countSamples(steps);
    const [values, present] = [new Float64Array(steps).fill(Number.NaN), new Uint8Array(steps)];
    const count = { labels, values, present, isNameDropped: false };
    this.#byKey.set(labels.key, count);
    return count;
  }

  async add(one: Series): Promise<void> {
    const { evaluation } = this.#scope;
    const id = this.#ids.idOf(one.labels);
    const counts = this.#byGroup[id] ?? new Map<number | string, Count>();
    this.#byGroup[id] = counts;
    for (let step = 0; step < one.values.length; step += 1) {
      if (!isPresent(one, step)) continue;
      const value = one.values[step] as number;
      const key = Object.is(value, -0) ? '-0' : value;
      let count = counts.get(key);
      if (count === undefined) {
        count = this.#create(id, value);
        counts.set(key, count);
        const pause = evaluation.tick(one.values.length * 2 + 500);
        if (pause !== undefined) await pause;
      }
      count.values[step] = count.present[step] === 1 ? (count.values[step] as number) + 1 : 1;
      count.present[step] = 1;
      count.isNameDropped ||= one.isNameDropped;
    }
    await evaluation.tick(one.values.length * 4);
  }

  get series(): Series[] {
    return [...this.#byKey.values()];
  }
}

/** Counts, for each value that occurs, the series that have it; the value becomes a label. */
export async function countValues(
  scope: Scope,
  series: readonly Series[],
  aggregation: Aggregation,
  label: string,
): Promise<Series[]> {
  if (!isValidName(label)) failExecution(`invalid label name ${quoteString(label)}`);
  const counts = new ValueCounts(scope, aggregation, label);
  for (const one of series) await counts.add(one);
  return counts.series;
}
