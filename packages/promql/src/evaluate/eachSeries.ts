import type { Expr } from '../syntax/ast.ts';
import { callRangeFunction, rangeFunctions } from './callRangeFunction.ts';
import { withoutParens } from './Evaluation.ts';
import { evaluateVector, type Scope } from './Scope.ts';
import type { SeriesSink } from './SeriesSink.ts';
import { selectInto } from './selectVector.ts';

/**
 * Evaluates an instant vector and hands its series to a sink. Those of selectors and range functions are handed over
 * one by one as they are made, others when all are there.
 */
export async function eachSeries(scope: Scope, expr: Expr, sink: SeriesSink): Promise<void> {
  const node = withoutParens(expr);
  if (node.type === 'vectorSelector') return selectInto(node, scope, sink);
  const rangeFunction = node.type === 'call' ? rangeFunctions.get(node.name) : undefined;
  if (node.type === 'call' && rangeFunction !== undefined) return callRangeFunction(scope, node, rangeFunction, sink);
  for (const series of (await evaluateVector(scope, node)).series) {
    const pause = sink.take(series);
    if (pause !== undefined) await pause;
  }
}
