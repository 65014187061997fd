import type { Expr } from '../syntax/ast.ts';
import { withoutParens } from './Evaluation.ts';
import { endOf, timesOf } from './Grid.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { samplesOf, windowEnds, withoutStale } from './rangeWindows.ts';
import type { Scope } from './Scope.ts';
import type { RangeValue, Samples } from './values.ts';
import { vectorOf } from './vectorOf.ts';

/** Evaluates a range selector or a subquery: the samples of its series, and the window of each step on them. */
export async function evaluateRangeVector(scope: Scope, expr: Expr | undefined): Promise<RangeValue> {
  const { evaluation, grid } = scope;
  const node = expr === undefined ? undefined : withoutParens(expr);
  if (node?.type === 'matrixSelector') {
    const { selector } = node;
    const series: Samples[] = [];
    for (const one of evaluation.selected.get(selector) ?? []) {
      series.push(withoutStale(one));
      const pause = evaluation.tick(one.stale === undefined ? 200 : one.times.length * 4 + 200);
      if (pause !== undefined) await pause;
    }
    const ends = windowEnds(grid, evaluation.fixedTimeMs(selector), evaluation.offsetMs(selector));
    return { series, rangeMs: evaluation.spanMs(node.range), ends, edges: selector.edges };
  }
  if (node?.type !== 'subquery') return failExecution('expected a range vector');
  const inner = evaluation.subqueryGrid(node, grid);
  const ends = windowEnds(grid, evaluation.fixedTimeMs(node), evaluation.offsetMs(node));
  const rangeMs = evaluation.spanMs(node.range);
  if (inner.count === 0 || endOf(grid) < grid.startMs) return { series: [], rangeMs, ends };
  const value = await scope.evaluate(node.expr, inner);
  if (value.type === 'string') return failExecution('a subquery of a string has no samples');
  const times = timesOf(inner);
  const series: Samples[] = [];
  for (const one of vectorOf(value).series) {
    series.push(samplesOf(one, times));
    const pause = evaluation.tick(one.present === undefined ? 150 : times.length + 150);
    if (pause !== undefined) await pause;
  }
  return { series, rangeMs, ends };
}
