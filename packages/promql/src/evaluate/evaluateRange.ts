import type { SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import type { Labels } from '../syntax/labels.ts';
import { describeType, typeOf } from '../syntax/typeOf.ts';
import { evaluateExpr } from './evaluateExpr.ts';
import { gridOf, timesOf } from './Grid.ts';
import { compareLabels } from './LabelSet.ts';
import { dropNames } from './mergeSeries.ts';
import type { Annotation, EvaluationOptions } from './options.ts';
import { failExecution, PromqlEvaluationError } from './PromqlEvaluationError.ts';
import { type CheckedQuery, checkQuery, prepare } from './prepare.ts';
import { sortInTurns } from './sortInTurns.ts';
import { toResults } from './toResults.ts';
import { hasSample, type Series } from './values.ts';
import { vectorOf } from './vectorOf.ts';

/**
 * The times at which a range query is evaluated.
 *
 * @public
 */
export interface QueryRange {
  /** Milliseconds since the epoch, inclusive. */
  readonly startMs: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly endMs: number;
  /** Milliseconds, more than 0. */
  readonly stepMs: number;
}

/**
 * One series of the answer to a range query.
 *
 * @public
 */
export interface ResultSeries {
  readonly labels: Labels;
  /** One value for each time of the result; NaN where there is no sample, or where the sample is NaN. */
  readonly values: Float64Array;
  /** 1 where there is no sample; left out when there are samples everywhere. */
  readonly gaps?: Uint8Array | undefined;
}

/**
 * The answer to a range query.
 *
 * @public
 */
export interface RangeResult {
  /** Milliseconds since the epoch, shared by all series. */
  readonly times: Float64Array;
  /** Sorted by labels. */
  readonly series: readonly ResultSeries[];
  readonly annotations: readonly Annotation[];
}

function toResult({ labels, values, present }: Series): ResultSeries {
  const hasGaps = present?.includes(0) === true;
  return hasGaps
    ? { labels: labels.toLabels(), values, gaps: present.map((isPresent) => 1 - isPresent) }
    : { labels: labels.toLabels(), values };
}

/**
 * Evaluates a PromQL expression at regular times.
 *
 * The source is asked once for each selector, before the evaluation. The result is what Prometheus 3 answers.
 *
 * @param query - A text, an expression, or both; only with a text annotations can tell the place they speak of.
 * @throws {@link PromqlSyntaxError} When the query is not valid.
 * @throws {@link PromqlEvaluationError} When it cannot be answered.
 *
 * @example
 * ```ts
 * const hour = { startMs: now - 3_600_000, endMs: now, stepMs: 15_000 };
 * const { times, series } = await evaluateRange('sum by (job) (rate(requests_total[5m]))', hour, store);
 * ```
 *
 * @public
 */
export async function evaluateRange(
  query: string | Expr | CheckedQuery,
  range: QueryRange,
  source: SampleSource,
  options: EvaluationOptions = {},
): Promise<RangeResult> {
  const checked = checkQuery(query);
  const type = typeOf(checked.expr);
  if (type === 'matrix' || type === 'string') {
    failExecution(`invalid expression type "${describeType(type)}" for range query, must be Scalar or instant Vector`);
  }
  if (!(range.stepMs > 0))
    failExecution('zero or negative query resolution step widths are not accepted. Try a positive integer');
  if (!(range.endMs >= range.startMs)) failExecution('end timestamp must not be before start time');
  const grid = gridOf(range.startMs, range.endMs, range.stepMs);
  const { maxPoints } = options;
  if (maxPoints !== undefined && grid.count > maxPoints) {
    const message = `exceeded maximum resolution of ${maxPoints.toLocaleString('en')} points per timeseries. Try decreasing the query resolution (?step=XX)`;
    throw new PromqlEvaluationError('too_many_points', message);
  }
  const { expr, evaluation } = await prepare(checked, { grid, endMs: range.endMs }, source, options);
  const value = await evaluateExpr(expr, grid, evaluation);
  if (value.type === 'string') return failExecution('a range query cannot give a string');
  const named = await dropNames(evaluation, vectorOf(value).series);
  const present = named.filter(hasSample);
  const sorted = await sortInTurns(evaluation, present, (a, b) => compareLabels(a.labels, b.labels));
  const series = await toResults(evaluation, sorted, toResult);
  evaluation.checkAlive();
  return { times: timesOf(grid), series, annotations: evaluation.annotations };
}
