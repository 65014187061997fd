import { compileMatchers } from '../source/compileMatchers.ts';
import type { SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import { checkTypes } from '../syntax/checkTypes.ts';
import { parseExpr } from '../syntax/parseExpr.ts';
import { selectorsIn } from '../syntax/visitExpr.ts';
import { Evaluation } from './Evaluation.ts';
import type { Grid } from './Grid.ts';
import type { EvaluationOptions } from './options.ts';
import { planReads } from './planReads.ts';
import { readSamples } from './readSamples.ts';

/** A query that is ready to be evaluated: checked, and with everything read. */
export interface Prepared {
  readonly expr: Expr;
  readonly evaluation: Evaluation;
}

/** Returns the expression, parsed if it is a text, and checked either way. */
export function toExpr(query: string | Expr): Expr {
  if (typeof query === 'string') return parseExpr(query);
  checkTypes(query);
  return query;
}

/** Checks a query and reads all that it needs. */
export async function prepare(
  query: string | Expr,
  grid: Grid,
  source: SampleSource,
  options: EvaluationOptions,
): Promise<Prepared> {
  const expr = toExpr(query);
  // An invalid regular expression is a mistake in the query, wherever the source would notice it.
  for (const { matchers } of selectorsIn(expr)) compileMatchers(matchers);
  const evaluation = new Evaluation({ text: typeof query === 'string' ? query : '', grid, options });
  evaluation.checkAlive();
  await readSamples(planReads(expr, evaluation), source, evaluation);
  return { expr, evaluation };
}
