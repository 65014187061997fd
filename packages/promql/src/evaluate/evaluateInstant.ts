import type { SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import type { Labels } from '../syntax/labels.ts';
import { typeOf } from '../syntax/typeOf.ts';
import { evaluateExpr, scopeOf } from './evaluateExpr.ts';
import { evaluateRangeVector } from './evaluateRangeVector.ts';
import { gridOf } from './Grid.ts';
import { dropNames } from './mergeSeries.ts';
import type { Annotation, EvaluationOptions } from './options.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { type CheckedQuery, checkQuery, prepare } from './prepare.ts';
import { toMatrix } from './toMatrix.ts';
import { toResults } from './toResults.ts';
import { hasSample } from './values.ts';

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

/**
 * Evaluates a PromQL expression at one time.
 *
 * @param query - A text, an expression, or both; only with a text annotations can tell the place they speak of.
 * @param timeMs - Milliseconds since the epoch.
 * @throws {@link PromqlSyntaxError} When the query is not valid.
 * @throws {@link PromqlEvaluationError} When it cannot be answered.
 *
 * @public
 */
export async function evaluateInstant(
  query: string | Expr | CheckedQuery,
  timeMs: number,
  source: SampleSource,
  options: EvaluationOptions = {},
): Promise<InstantResult> {
  const grid = gridOf(timeMs, timeMs, 0);
  const { expr, evaluation } = await prepare(checkQuery(query), { grid, endMs: timeMs }, source, options);
  if (typeOf(expr) === 'matrix') {
    const series = await toMatrix(evaluation, await evaluateRangeVector(scopeOf(grid, evaluation), expr));
    evaluation.checkAlive();
    return { type: 'matrix', series, annotations: evaluation.annotations };
  }
  const value = await evaluateExpr(expr, grid, evaluation);
  const { annotations } = evaluation;
  if (value.type === 'string') return { type: 'string', timeMs, value: value.value, annotations };
  if (value.type === 'scalar') {
    const [number = failExecution('the scalar has no value')] = value.values;
    return { type: 'scalar', timeMs, value: number, annotations };
  }
  const named = await dropNames(evaluation, value.series);
  const samples = await toResults(evaluation, named.filter(hasSample), ({ labels, values }) => {
    return { labels: labels.toLabels(), value: values[0] ?? Number.NaN };
  });
  evaluation.checkAlive();
  return { type: 'vector', timeMs, samples, annotations };
}
