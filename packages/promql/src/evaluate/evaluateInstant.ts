import type { SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import type { Labels } from '../syntax/labels.ts';
import { typeOf } from '../syntax/typeOf.ts';
import { evaluateExpr } from './evaluateExpr.ts';
import { evaluateRangeVector } from './evaluateRangeVector.ts';
import { gridOf } from './Grid.ts';
import { compareLabels } from './LabelSet.ts';
import { dropNames } from './mergeSeries.ts';
import type { Annotation, EvaluationOptions } from './options.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { checkQuery, prepare } from './prepare.ts';
import { firstAfter } from './readSamples.ts';
import type { Scope } from './Scope.ts';
import { hasSample, type RangeValue } from './values.ts';

/**
 * One series of a range vector: its own samples.
 *
 * @public
 */
export interface MatrixSeries {
  readonly labels: Labels;
  /** Milliseconds since the epoch. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/**
 * The answer to an instant query.
 *
 * @public
 */
export type InstantResult = { readonly annotations: readonly Annotation[] } & (
  | { readonly type: 'scalar'; readonly timeMs: number; readonly value: number }
  | { readonly type: 'string'; readonly timeMs: number; readonly value: string }
  | {
      readonly type: 'vector';
      readonly timeMs: number;
      /** In no particular order, unless the query sorts. */
      readonly samples: readonly { readonly labels: Labels; readonly value: number }[];
    }
  | { readonly type: 'matrix'; readonly series: readonly MatrixSeries[] }
);

function toMatrix({ series, ends, rangeMs }: RangeValue): readonly MatrixSeries[] {
  const endMs = ends[0] ?? 0;
  return series
    .map((samples) => {
      const labels = samples.isNameDropped ? samples.labels.withoutMetadata() : samples.labels;
      const [from, to] = [firstAfter(samples.times, endMs - rangeMs), firstAfter(samples.times, endMs)];
      return { labels, times: samples.times.slice(from, to), values: samples.values.slice(from, to) };
    })
    .filter(({ times }) => times.length > 0)
    .sort((a, b) => compareLabels(a.labels, b.labels))
    .map((one) => ({ ...one, labels: one.labels.toLabels() }));
}

/**
 * Evaluates a PromQL expression at one time.
 *
 * @param query - A text, or an expression; only with a text annotations can tell the place they speak of.
 * @param timeMs - Milliseconds since the epoch.
 * @throws {@link PromqlSyntaxError} When the query is not valid.
 * @throws {@link PromqlEvaluationError} When it cannot be answered.
 *
 * @public
 */
export async function evaluateInstant(
  query: string | Expr,
  timeMs: number,
  source: SampleSource,
  options: EvaluationOptions = {},
): Promise<InstantResult> {
  const grid = gridOf(timeMs, timeMs, 0);
  const { expr, evaluation } = await prepare(checkQuery(query), { grid, endMs: timeMs }, source, options);
  if (typeOf(expr) === 'matrix') {
    const scope: Scope = {
      evaluation,
      grid,
      evaluate: (part, otherGrid) => evaluateExpr(part, otherGrid ?? grid, evaluation),
    };
    const series = toMatrix(await evaluateRangeVector(scope, expr));
    return { type: 'matrix', series, annotations: evaluation.annotations };
  }
  const value = await evaluateExpr(expr, grid, evaluation);
  const { annotations } = evaluation;
  evaluation.checkAlive();
  if (value.type === 'string') return { type: 'string', timeMs, value: value.value, annotations };
  if (value.type === 'scalar') {
    const [number = failExecution('the scalar has no value')] = value.values;
    return { type: 'scalar', timeMs, value: number, annotations };
  }
  const samples = (await dropNames(evaluation, value.series))
    .filter(hasSample)
    .map(({ labels, values }) => ({ labels: labels.toLabels(), value: values[0] ?? Number.NaN }));
  return { type: 'vector', timeMs, samples, annotations };
}
