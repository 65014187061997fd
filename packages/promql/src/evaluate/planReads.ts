import type { Expr, VectorSelector } from '../syntax/ast.ts';
import { childrenOf } from '../syntax/visitExpr.ts';
import type { Evaluation } from './Evaluation.ts';
import type { Grid } from './Grid.ts';
import { infoSelector } from './infoSelector.ts';

/** The times from which a selector needs samples: after `startMs`, up to `endMs`. */
export interface ReadWindow {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Returns what has to be read before an expression can be evaluated on a grid: for each selector the window of time
 * that its ranges, offsets, fixed times and the subqueries around it ask for.
 */
export function planReads(expr: Expr, evaluation: Evaluation): ReadonlyMap<VectorSelector, ReadWindow> {
  const windows = new Map<VectorSelector, ReadWindow>();

  const addSelector = (selector: VectorSelector, grid: Grid, rangeMs: number): void => {
    const { firstMs, lastMs } = evaluation.timeSpan(selector, grid);
    const after = selector.edges === 'smoothed' ? evaluation.lookbackMs : 0;
    const known = windows.get(selector);
    windows.set(selector, {
      startMs: Math.min(firstMs - rangeMs, known?.startMs ?? Number.POSITIVE_INFINITY),
      endMs: Math.max(lastMs + after, known?.endMs ?? Number.NEGATIVE_INFINITY),
    });
  };

  const walk = (node: Expr, grid: Grid): void => {
    if (node.type === 'vectorSelector') {
      addSelector(node, grid, evaluation.lookbackMs);
    } else if (node.type === 'matrixSelector') {
      // Modified edges look at the last sample before the range as well.
      const before = node.selector.edges === undefined ? 0 : evaluation.lookbackMs;
      addSelector(node.selector, grid, evaluation.spanMs(node.range) + before);
    } else if (node.type === 'subquery') {
      const inner = evaluation.subqueryGrid(node, grid);
      if (inner.count > 0) walk(node.expr, inner);
    } else if (node.type === 'call' && node.name === 'info') {
      // The second argument is no query: it lists labels of the series that the function reads itself.
      const [base] = node.args;
      if (base !== undefined) walk(base, grid);
      const selector = evaluation.infoSelectors.get(node) ?? infoSelector(node, evaluation);
      evaluation.infoSelectors.set(node, selector);
      addSelector(selector, grid, evaluation.lookbackMs);
    } else {
      for (const child of childrenOf(node)) walk(child, grid);
    }
  };

  walk(expr, evaluation.grid);
  return windows;
}
