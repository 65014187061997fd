import type { SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import { checkTypes } from '../syntax/checkTypes.ts';
import { isTooDeep, maxLevels } from '../syntax/isTooDeep.ts';
import { parseExpr } from '../syntax/parseExpr.ts';
import { Evaluation } from './Evaluation.ts';
import type { Grid } from './Grid.ts';
import type { EvaluationOptions } from './options.ts';
import { PromqlEvaluationError } from './PromqlEvaluationError.ts';
import { planReads } from './planReads.ts';
import { readSamples } from './readSamples.ts';

/** A query that is ready to be evaluated: checked, and with everything read. */
export interface Prepared {
  readonly expr: Expr;
  readonly evaluation: Evaluation;
}

/**
 * A query that was parsed before.
 *
 * @public
 */
export interface CheckedQuery {
  readonly expr: Expr;
  /** What the expression was parsed from, as it was; empty where there is no such text. */
  readonly text: string;
}

/** The steps of a query, and the end that was asked for: it need not be a step. */
export interface QueryTimes {
  readonly grid: Grid;
  readonly endMs: number;
}

/** Refuses expressions that are nested too deeply to be walked. */
function checkDepth(expr: Expr): void {
  if (!isTooDeep(expr)) return;
  const message = `expression is nested more than ${maxLevels} levels deep; split it up`;
  throw new PromqlEvaluationError('too_deep', message);
}

/** Parses and checks a query. */
export function checkQuery(query: string | Expr | CheckedQuery): CheckedQuery {
  const checked = typeof query === 'string' ? { expr: parseExpr(query), text: query } : toChecked(query);
  // The parser has done so.
  if (typeof query !== 'string') checkDepth(checked.expr);
  if (checked.expr === query) checkTypes(query);
  return checked;
}

function toChecked(query: Expr | CheckedQuery): CheckedQuery {
  return 'text' in query ? query : { expr: query, text: '' };
}

/** Reads all that a query needs. */
export async function prepare(
  { expr, text }: CheckedQuery,
  { grid, endMs }: QueryTimes,
  source: SampleSource,
  options: EvaluationOptions,
): Promise<Prepared> {
  const evaluation = new Evaluation({ text, grid, endMs, options });
  evaluation.checkAlive();
  await readSamples(planReads(expr, evaluation), source, evaluation);
  return { expr, evaluation };
}
