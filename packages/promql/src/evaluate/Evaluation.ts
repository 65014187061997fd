import type { SampleSeries } from '../source/SampleSource.ts';
import type { Call, DurationExpr, Expr, Positioned, Subquery, VectorSelector } from '../syntax/ast.ts';
import { AnnotationList, type Repair } from './AnnotationList.ts';
import { durationSeconds } from './durationSeconds.ts';
import { endOf, type Grid } from './Grid.ts';
import type { Annotation, EvaluationOptions } from './options.ts';
import { failExecution, PromqlEvaluationError } from './PromqlEvaluationError.ts';

// Units of work between two looks at the clock and the signal: some milliseconds.
const sliceOfWork = 150_000;

// A single column of this many numbers is more than any result can use: a year, every 13 seconds.
const maxSubquerySteps = 2_500_000;

function failTooMany(): never {
  const message = 'query processing would load too many samples into memory in query execution';
  throw new PromqlEvaluationError('too_many_samples', message);
}

/** What all parts of one evaluation share: its settings, what it has read, what it remarks and what it has used. */
export class Evaluation {
  readonly grid: Grid;
  /** The end of the query, which may lie behind the last step. */
  readonly endMs: number;
  readonly lookbackMs: number;
  readonly defaultSubqueryStepMs: number;
  readonly options: EvaluationOptions;
  /** What the source gave for each selector. */
  readonly selected: Map<VectorSelector, readonly SampleSeries[]> = new Map();
  /** The selectors that calls of `info` read with. */
  readonly infoSelectors: Map<Call, VectorSelector> = new Map();
  readonly #annotations: AnnotationList;
  readonly #startedMs: number;
  #samples = 0;
  #work = 0;

  constructor(setup: {
    readonly text: string;
    readonly grid: Grid;
    readonly endMs: number;
    readonly options: EvaluationOptions;
  }) {
    this.grid = setup.grid;
    this.endMs = setup.endMs;
    this.options = setup.options;
    this.lookbackMs = setup.options.lookbackMs ?? 300_000;
    this.defaultSubqueryStepMs = setup.options.defaultSubqueryStepMs ?? 60_000;
    this.#annotations = new AnnotationList(setup.text);
    this.#startedMs = setup.options.timeout?.now() ?? 0;
  }

  get annotations(): readonly Annotation[] {
    return this.#annotations.annotations;
  }

  /** Adds a remark about the part of the query at the given place. */
  annotate(severity: Annotation['severity'], text: string, place: Positioned): void {
    this.#annotations.add(severity, text, place);
  }

  /** Adds a remark about histograms that had to be repaired. */
  remarkRepair(text: string, place: Positioned, repair: Repair): void {
    this.#annotations.addRepair(text, place, repair);
  }

  warn(text: string, place: Positioned): void {
    this.annotate('warning', text, place);
  }

  /** Counts samples read or made against the limit. */
  countSamples(count: number): void {
    this.#samples += count;
    if (this.#samples > (this.options.maxSamples ?? Number.POSITIVE_INFINITY)) failTooMany();
  }

  /**
   * Counts work done. From time to time it gives a promise: await it before going on.
   *
   * @param amount - About the number of samples touched.
   */
  tick(amount: number): Promise<void> | undefined {
    this.#work += amount + 1;
    if (this.#work < sliceOfWork) return undefined;
    this.#work = 0;
    this.checkAlive();
    return this.options.yieldControl?.().then(() => this.checkAlive());
  }

  /** Throws when the evaluation was cancelled or has run out of time. */
  checkAlive(): void {
    const { signal, timeout } = this.options;
    if (signal?.aborted === true) {
      throw new PromqlEvaluationError('cancelled', 'query was canceled in expression evaluation', {
        cause: signal.reason,
      });
    }
    if (timeout !== undefined && timeout.now() - this.#startedMs > timeout.ms) {
      throw new PromqlEvaluationError('timeout', 'query timed out in expression evaluation');
    }
  }

  #ms(duration: DurationExpr): number {
    const { startMs, stepMs } = this.grid;
    const query = { stepSeconds: stepMs / 1000, rangeSeconds: (this.endMs - startMs) / 1000 };
    // Rounded to nanoseconds first: 1.001 s times 1000 is a bit less than 1001 ms.
    return Math.trunc(Math.round(durationSeconds(duration, query) * 1e9) / 1e6);
  }

  /** The milliseconds of an offset; negative ones look ahead. */
  offsetMs(node: { readonly offset?: DurationExpr | undefined }): number {
    return node.offset === undefined ? 0 : this.#ms(node.offset);
  }

  /** The milliseconds of a range or step, which must be positive. */
  spanMs(duration: DurationExpr): number {
    const ms = this.#ms(duration);
    return ms > 0 ? ms : failExecution('duration must be greater than 0');
  }

  /** The time that an `@` modifier fixes, or `undefined` when there is none. */
  fixedTimeMs({ at }: Pick<VectorSelector, 'at'>): number | undefined {
    if (at?.type === 'start') return this.grid.startMs;
    return at?.type === 'end' ? this.endMs : at?.timeMs;
  }

  /** The first and the last time at which a node with `@` and offset is looked at from a grid. */
  timeSpan(
    node: Pick<VectorSelector, 'at' | 'offset'>,
    grid: Grid,
  ): { readonly firstMs: number; readonly lastMs: number } {
    const fixed = this.fixedTimeMs(node);
    const offset = this.offsetMs(node);
    return { firstMs: (fixed ?? grid.startMs) - offset, lastMs: (fixed ?? endOf(grid)) - offset };
  }

  /** The grid of a subquery's inner expression: multiples of its step since the epoch. */
  subqueryGrid(node: Subquery, grid: Grid): Grid {
    const stepMs = node.step === undefined ? this.defaultSubqueryStepMs : this.spanMs(node.step);
    const { firstMs, lastMs } = this.timeSpan(node, grid);
    const startMs = (Math.floor((firstMs - this.spanMs(node.range)) / stepMs) + 1) * stepMs;
    const count = Math.max(0, Math.floor((lastMs - startMs) / stepMs) + 1);
    if (count > Math.min(this.options.maxSamples ?? maxSubquerySteps, maxSubquerySteps)) failTooMany();
    return { startMs, stepMs, count };
  }
}

/** Returns the expression without the parentheses around it. */
export function withoutParens(expr: Expr): Expr {
  let inner = expr;
  while (inner.type === 'paren') inner = inner.expr;
  return inner;
}
