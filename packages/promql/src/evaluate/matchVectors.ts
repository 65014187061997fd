import type { BinaryExpr, VectorMatching } from '../syntax/ast.ts';
import { anyPresent } from './anyPresent.ts';
import { computeColumn, type Operation, operationOf } from './arithmetic.ts';
import type { Evaluation } from './Evaluation.ts';
import { GroupIds } from './GroupIds.ts';
import { LabelSet } from './LabelSet.ts';
import { matchGrouping } from './matchGrouping.ts';
import { mergeSeries } from './mergeSeries.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Scope } from './Scope.ts';
import { hasSample, isPresent, type Series, type VectorValue } from './values.ts';

interface Sides {
  readonly left: readonly Series[];
  readonly right: readonly Series[];
}

/** Two series to be combined, either of which may be a value that stands in for a missing one. */
interface Pair {
  readonly left: Series | number;
  readonly right: Series | number;
  /** Of the result. */
  readonly labels: LabelSet;
  /** 1 at the steps that count. Left out: all. */
  readonly steps?: Uint8Array | undefined;
  /** 1 at the steps at which this result is there already, from another pair; what this one adds is noted down. */
  readonly taken?: Uint8Array | undefined;
}

interface Group {
  readonly left: Series[];
  readonly right: Series[];
  /** The labels that all series of the group share. */
  readonly labels: LabelSet;
}

class VectorMatcher {
  readonly #evaluation: Evaluation;
  readonly #count: number;
  readonly #binary: BinaryExpr;
  readonly #matching: VectorMatching | undefined;
  readonly #operation: Operation;

  constructor(scope: Scope, binary: BinaryExpr) {
    this.#evaluation = scope.evaluation;
    this.#count = scope.grid.count;
    this.#binary = binary;
    this.#matching = binary.matching;
    this.#operation = operationOf(binary.operator, binary.isBool);
  }

  #anyPresent(series: readonly Series[]): Promise<Uint8Array> {
    return anyPresent(this.#evaluation, series, this.#count);
  }

  /** Returns the steps at which both sides have something: others are not looked at, so they cannot fail either. */
  async #activeSteps({ left, right }: Sides): Promise<Uint8Array> {
    const hasFill = this.#matching?.fillLeft !== undefined || this.#matching?.fillRight !== undefined;
    const [anyLeft, anyRight] = [await this.#anyPresent(left), await this.#anyPresent(right)];
    return anyLeft.map((isLeft, step) => (hasFill ? isLeft | (anyRight[step] ?? 0) : isLeft & (anyRight[step] ?? 0)));
  }

  /** Fails when two series of the side that must be unique have a sample at the same step: at the first such step. */
  async checkUnique(groups: readonly Group[], sides: Sides): Promise<void> {
    const isLeft = this.#matching?.group === 'right';
    const crowded = groups
      .map((group) => ({ labels: group.labels, series: isLeft ? group.left : group.right }))
      .filter(({ series }) => series.length > 1);
    if (crowded.length === 0) return;
    const isActive = await this.#activeSteps(sides);
    for (let step = 0; step < this.#count; step += 1) {
      if (isActive[step] !== 1) continue;
      for (const { labels, series } of crowded) {
        this.#checkUniqueAt(step, series, labels);
        const pause = this.#evaluation.tick(series.length);
        if (pause !== undefined) await pause;
      }
    }
  }

  #checkUniqueAt(step: number, series: readonly Series[], labels: LabelSet): void {
    const [first, second] = series.filter((one) => isPresent(one, step));
    if (first === undefined || second === undefined) return;
    const side = this.#matching?.group === 'right' ? 'left' : 'right';
    const pair = [first.labels.toString(), second.labels.toString()].sort();
    failExecution(
      `found duplicate series for the match group ${labels} on the ${side} hand-side of the operation: ` +
        `[${pair.join(', ')}];many-to-many matching not allowed: matching labels must be unique on one side`,
    );
  }

  /** Returns the labels of a pair's result. */
  #labelsOf(many: LabelSet, one: LabelSet): LabelSet {
    const { operator, isBool } = this.#binary;
    const isFilterOrBool = this.#operation.isFilter || isBool;
    let labels = isFilterOrBool || operator === '</' || operator === '>/' ? many : many.withoutMetadata();
    const { mode, labels: names = [], group, include = [] } = this.#matching ?? {};
    if (group === undefined) labels = mode === 'on' ? labels.only(names) : labels.without(names);
    return include.length === 0 ? labels : labels.with(include.map((name) => [name, one.get(name)]));
  }

  #combine({ left, right, labels, steps, taken }: Pair): Series | undefined {
    const { compute, isFilter } = this.#operation;
    if (compute === undefined) return undefined;
    const isPlain = !isFilter && steps === undefined && taken === undefined;
    if (isPlain && typeof left !== 'number' && typeof right !== 'number') {
      if (left.present === undefined && right.present === undefined) {
        const values = computeColumn(this.#binary.operator, left.values, right.values);
        return { labels, values, present: undefined, isNameDropped: this.#binary.isBool };
      }
    }
    const values = new Float64Array(this.#count).fill(Number.NaN);
    const present = new Uint8Array(this.#count);
    for (let step = 0; step < this.#count; step += 1) {
      if (steps !== undefined && steps[step] !== 1) continue;
      if (typeof left !== 'number' && !isPresent(left, step)) continue;
      if (typeof right !== 'number' && !isPresent(right, step)) continue;
      // Also where a comparison then does not hold.
      if (taken !== undefined) {
        if (taken[step] === 1) this.#failCrowded();
        taken[step] = 1;
      }
      const a = typeof left === 'number' ? left : (left.values[step] as number);
      const b = typeof right === 'number' ? right : (right.values[step] as number);
      const result = compute(a, b);
      if (isFilter && result !== 1) continue;
      values[step] = isFilter ? a : result;
      present[step] = 1;
    }
    const named = this.#matching?.group === 'right' ? right : left;
    const keepsDropped = isFilter && typeof named !== 'number' && named.isNameDropped;
    const series = { labels, values, present, isNameDropped: this.#binary.isBool || keepsDropped };
    return hasSample(series) ? series : undefined;
  }

  /** Returns the results of a group: of its pairs, and of what stands alone but is filled up. */
  async combineGroup(group: Group): Promise<Series[]> {
    const { group: grouped } = this.#matching ?? {};
    const isManyRight = grouped === 'right';
    // Prometheus swaps the sides of group_right before it fills, and not the values: so they change sides here.
    const [fillLeft, fillRight] = isManyRight
      ? [this.#matching?.fillRight, this.#matching?.fillLeft]
      : [this.#matching?.fillLeft, this.#matching?.fillRight];
    const found: Series[] = [];
    const keep = (result: Series | undefined): Promise<void> | undefined => {
      if (result !== undefined) found.push(result);
      return this.#evaluation.tick(this.#count * 2 + 300);
    };
    const labelsOf = (left: LabelSet, right: LabelSet): LabelSet =>
      isManyRight ? this.#labelsOf(right, left) : this.#labelsOf(left, right);

    const takenBy = this.#takenSteps(isManyRight ? group.right : group.left);
    for (const left of group.left) {
      for (const right of group.right) {
        const labels = labelsOf(left.labels, right.labels);
        const pause = keep(this.#combine({ left, right, labels, taken: takenBy(labels) }));
        if (pause !== undefined) await pause;
      }
    }
    if (fillRight !== undefined) {
      const alone = (await this.#anyPresent(group.right)).map((isAny) => 1 - isAny);
      const other = isManyRight ? group.labels : LabelSet.empty;
      for (const left of group.left) {
        const labels = labelsOf(left.labels, other);
        const pause = keep(this.#combine({ left, right: fillRight, labels, steps: alone, taken: takenBy(labels) }));
        if (pause !== undefined) await pause;
      }
    }
    if (fillLeft !== undefined) {
      const alone = (await this.#anyPresent(group.left)).map((isAny) => 1 - isAny);
      const other = isManyRight ? LabelSet.empty : group.labels;
      for (const right of group.right) {
        const labels = labelsOf(other, right.labels);
        const pause = keep(this.#combine({ left: fillLeft, right, labels, steps: alone, taken: takenBy(labels) }));
        if (pause !== undefined) await pause;
      }
    }
    return found;
  }

  /** Returns where the steps of each result are noted: one to one, a group has one; else, one for each set of labels. */
  #takenSteps(many: readonly Series[]): (labels: LabelSet) => Uint8Array | undefined {
    if (many.length < 2) return () => undefined;
    const taken = new Map<string, Uint8Array>();
    return ({ key: labelKey }) => {
      const key = this.#matching?.group === undefined ? '' : labelKey;
      const steps = taken.get(key) ?? new Uint8Array(this.#count);
      taken.set(key, steps);
      return steps;
    };
  }

  #failCrowded(): never {
    if (this.#matching?.group !== undefined) return failGrouping();
    return failExecution('multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)');
  }
}

async function groupSides(
  evaluation: Evaluation,
  sides: Sides,
  matching: VectorMatching | undefined,
): Promise<readonly Group[]> {
  const ids = new GroupIds(matchGrouping(matching));
  const groups: Group[] = [];
  for (const side of ['left', 'right'] as const) {
    for (const series of sides[side]) {
      const id = ids.idOf(series.labels);
      groups[id] ??= { left: [], right: [], labels: ids.labelsOf(id) ?? LabelSet.empty };
      groups[id][side].push(series);
      const pause = evaluation.tick(300);
      if (pause !== undefined) await pause;
    }
  }
  return groups;
}

const failGrouping = (): never =>
  failExecution('multiple matches for labels: grouping labels must ensure unique matches');

/** Evaluates an arithmetic or comparison operator between two instant vectors. */
export async function matchVectors(scope: Scope, binary: BinaryExpr, sides: Sides): Promise<VectorValue> {
  const { matching } = binary;
  const matcher = new VectorMatcher(scope, binary);
  const results: Series[] = [];
  const groups = await groupSides(scope.evaluation, sides, matching);
  await matcher.checkUnique(groups, sides);
  for (const group of groups) {
    const found = await matcher.combineGroup(group);
    for (const series of found) results.push(series);
    scope.evaluation.countSamples(found.length * scope.grid.count);
  }
  const onConflict = matching?.group === undefined ? undefined : failGrouping;
  return { type: 'vector', series: await mergeSeries(scope.evaluation, results, onConflict) };
}
