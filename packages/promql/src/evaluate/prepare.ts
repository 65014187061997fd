import type { SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import { checkTypes } from '../syntax/checkTypes.ts';
import { parseExpr } from '../syntax/parseExpr.ts';
import { childrenOf } from '../syntax/visitExpr.ts';
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

// Whoever walks the tree uses the stack; the longest chain that the parser takes is shorter.
const maxDepth = 1500;

/** Refuses expressions that are nested too deeply to be walked. */
function checkDepth(expr: Expr): void {
  let level: readonly Expr[] = [expr];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === maxDepth) {
      throw new PromqlEvaluationError(
        'too_deep',
        `expression is nested more than ${maxDepth} levels deep; split it up`,
      );
    }
    level = level.flatMap(childrenOf);
  }
}

/** Parses and checks a query. */
export function checkQuery(query: string | Expr | CheckedQuery): CheckedQuery {
  const checked = typeof query === 'string' ? { expr: parseExpr(query), text: query } : toChecked(query);
  checkDepth(checked.expr);
  // The parser has done so.
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
