import type { BinaryExpr, VectorMatching } from '../syntax/ast.ts';
import { anyPresent } from './anyPresent.ts';
import { type Operation, operationOf } from './arithmetic.ts';
import type { Evaluation } from './Evaluation.ts';
import { LabelSet } from './LabelSet.ts';
import { matchLabels } from './matchSignature.ts';
import { mergeSeries } from './mergeSeries.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import type { Scope } from './Scope.ts';
import { hasSample, isPresent, type Series, type VectorValue } from './values.ts';

interface Sides {
  readonly left: readonly Series[];
  readonly right: readonly Series[];
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

  /** Combines two series, either of which may be a value that stands in for a missing one. */
  #combine(left: Series | number, right: Series | number, labels: LabelSet, steps?: Uint8Array): Series | undefined {
    const { compute, isFilter } = this.#operation;
    if (compute === undefined) return undefined;
    const values = new Float64Array(this.#count).fill(Number.NaN);
    const present = new Uint8Array(this.#count);
    for (let step = 0; step < this.#count; step += 1) {
      if (steps !== undefined && steps[step] !== 1) continue;
      if (typeof left !== 'number' && !isPresent(left, step)) continue;
      if (typeof right !== 'number' && !isPresent(right, step)) continue;
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
      return this.#evaluation.tick(this.#count * 2);
    };
    const labelsOf = (left: LabelSet, right: LabelSet): LabelSet =>
      isManyRight ? this.#labelsOf(right, left) : this.#labelsOf(left, right);

    for (const left of group.left) {
      for (const right of group.right) {
        const pause = keep(this.#combine(left, right, labelsOf(left.labels, right.labels)));
        if (pause !== undefined) await pause;
      }
    }
    if (fillRight !== undefined) {
      const alone = (await this.#anyPresent(group.right)).map((isAny) => 1 - isAny);
      const other = isManyRight ? group.labels : LabelSet.empty;
      for (const left of group.left) {
        const pause = keep(this.#combine(left, fillRight, labelsOf(left.labels, other), alone));
        if (pause !== undefined) await pause;
      }
    }
    if (fillLeft !== undefined) {
      const alone = (await this.#anyPresent(group.left)).map((isAny) => 1 - isAny);
      const other = isManyRight ? LabelSet.empty : group.labels;
      for (const right of group.right) {
        const pause = keep(this.#combine(fillLeft, right, labelsOf(other, right.labels), alone));
        if (pause !== undefined) await pause;
      }
    }
    if (grouped === undefined) this.#checkOneToOne(found);
    return found;
  }

  #checkOneToOne(results: readonly Series[]): void {
    if (results.length < 2) return;
    const used = new Uint8Array(this.#count);
    for (const series of results) {
      for (let step = 0; step < this.#count; step += 1) {
        if (!isPresent(series, step)) continue;
        if (used[step] === 1) {
          failExecution('multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)');
        }
        used[step] = 1;
      }
    }
  }
}

function groupSides({ left, right }: Sides, matching: VectorMatching | undefined): readonly Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (series: Series): Group => {
    const labels = matchLabels(series.labels, matching);
    const known = groups.get(labels.key);
    if (known !== undefined) return known;
    const group: Group = { left: [], right: [], labels };
    groups.set(labels.key, group);
    return group;
  };
  for (const series of left) groupOf(series).left.push(series);
  for (const series of right) groupOf(series).right.push(series);
  return [...groups.values()];
}

const failGrouping = (): never =>
  failExecution('multiple matches for labels: grouping labels must ensure unique matches');

/** Evaluates an arithmetic or comparison operator between two instant vectors. */
export async function matchVectors(scope: Scope, binary: BinaryExpr, sides: Sides): Promise<VectorValue> {
  const { matching } = binary;
  const matcher = new VectorMatcher(scope, binary);
  const results: Series[] = [];
  const groups = groupSides(sides, matching);
  await matcher.checkUnique(groups, sides);
  for (const group of groups) {
    const found = await matcher.combineGroup(group);
    results.push(...found);
    scope.evaluation.countSamples(found.length * scope.grid.count);
  }
  return { type: 'vector', series: mergeSeries(results, matching?.group === undefined ? undefined : failGrouping) };
}
