/** The times at which an expression is evaluated. All values of one evaluation are columns over the same grid. */
export interface Grid {
  readonly startMs: number;
  /** 0 for a single time. */
  readonly stepMs: number;
  readonly count: number;
}

/** Returns the grid of a query with inclusive ends. */
export function gridOf(startMs: number, endMs: number, stepMs: number): Grid {
  return { startMs, stepMs, count: stepMs > 0 ? Math.floor((endMs - startMs) / stepMs) + 1 : 1 };
}

/** Returns the last time of the grid. */
export function endOf(grid: Grid): number {
  return grid.startMs + (grid.count - 1) * grid.stepMs;
}

/** Returns the times of the grid in milliseconds. */
export function timesOf(grid: Grid): Float64Array {
  const times = new Float64Array(grid.count);
  for (let index = 0; index < times.length; index += 1) times[index] = grid.startMs + index * grid.stepMs;
  return times;
}
