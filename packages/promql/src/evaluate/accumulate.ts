import type { Aggregation } from '../syntax/ast.ts';
import type { Accumulator } from './accumulators.ts';
import { eachSeries } from './eachSeries.ts';
import { GroupIds } from './GroupIds.ts';
import { groupingOf } from './groupSeries.ts';
import { LabelSet } from './LabelSet.ts';
import type { Scope } from './Scope.ts';
import type { SeriesSink } from './SeriesSink.ts';
import { blankGaps, type Series } from './values.ts';

interface Group {
  readonly accumulator: Accumulator;
  /** 1 where any member has a sample; left out as soon as one has samples everywhere. */
  present: Uint8Array | undefined;
  isNameDropped: boolean;
}

/** Adds each series to its group as it comes: no more than the columns of the groups is ever kept. */
class Accumulation implements SeriesSink {
  readonly #scope: Scope;
  readonly #create: (steps: number) => Accumulator;
  readonly #ids: GroupIds;
  readonly #groups: Group[] = [];
  readonly #column: Float64Array;

  constructor(scope: Scope, aggregation: Aggregation, create: (steps: number) => Accumulator) {
    this.#scope = scope;
    this.#create = create;
    this.#ids = new GroupIds(groupingOf(aggregation));
    this.#column = new Float64Array(scope.grid.count);
  }

  column(): Float64Array {
    return this.#column;
  }

  take({ labels, values, present, isNameDropped }: Series): Promise<void> | undefined {
    const group = this.#groups[this.#ids.idOf(labels)] ?? this.#add();
    group.accumulator.add(values, present);
    group.isNameDropped ||= isNameDropped;
    if (present === undefined) group.present = undefined;
    else if (group.present !== undefined) {
      for (let step = 0; step < present.length; step += 1) if (present[step] === 1) group.present[step] = 1;
    }
    return this.#scope.evaluation.tick(values.length * 2 + 150);
  }

  #add(): Group {
    const steps = this.#scope.grid.count;
    this.#scope.evaluation.countSamples(steps);
    const group = { accumulator: this.#create(steps), present: new Uint8Array(steps), isNameDropped: false };
    this.#groups.push(group);
    return group;
  }

  async finish(): Promise<readonly Series[]> {
    const results: Series[] = [];
    for (const [id, { accumulator, present, isNameDropped }] of this.#groups.entries()) {
      const values = blankGaps(accumulator.finish(), present);
      const isFull = present?.includes(0) !== true;
      const labels = this.#ids.labelsOf(id) ?? LabelSet.empty;
      results.push({ labels, values, present: isFull ? undefined : present, isNameDropped });
      const pause = this.#scope.evaluation.tick(values.length * 2 + 300);
      if (pause !== undefined) await pause;
    }
    return results;
  }
}

/** Evaluates an aggregation that goes through the series of a group once. */
export async function accumulate(
  scope: Scope,
  aggregation: Aggregation,
  create: (steps: number) => Accumulator,
): Promise<readonly Series[]> {
  const accumulation = new Accumulation(scope, aggregation, create);
  await eachSeries(scope, aggregation.expr, accumulation);
  return accumulation.finish();
}
