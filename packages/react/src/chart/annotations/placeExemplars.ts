import type { PlotModel } from '../PlotModel.ts';
import type { ChartExemplar } from './ChartMarks.ts';

/** Where an exemplar stands in a plot, in pixels of the chart. */
export interface PlacedExemplar {
  readonly exemplar: ChartExemplar;
  readonly x: number;
  readonly y: number;
}

/** The side of the cells that hold one exemplar each, so that a finger finds it. */
const CELL = 20;
const MAX_PLACED = 200;

/**
 * Returns where the exemplars of a plot stand, from left to right: of those that would stand upon each other the one of the
 * largest value, at most so many. Those beyond an axis stand at its end.
 */
export function placeExemplars(exemplars: readonly ChartExemplar[], model: PlotModel): readonly PlacedExemplar[] {
  const { range, rect } = model;
  const cells = new Map<string, PlacedExemplar>();
  for (const exemplar of exemplars) {
    const { timeMs, value } = exemplar;
    if (!(timeMs >= range.startMs && timeMs <= range.endMs) || Number.isNaN(value)) continue;
    const { axis, scales } = exemplar.axis === 'right' && model.right !== undefined ? model.right : model;
    const x = scales.x(timeMs);
    const y = scales.y(Math.min(axis.max, Math.max(axis.min, value)));
    if (!Number.isFinite(y)) continue;
    const cell = `${Math.floor((x - rect.left) / CELL)} ${Math.floor((y - rect.top) / CELL)}`;
    const before = cells.get(cell);
    if (before === undefined || before.exemplar.value < value) cells.set(cell, { exemplar, x, y });
  }
  return [...cells.values()]
    .sort((a, b) => b.exemplar.value - a.exemplar.value || 0)
    .slice(0, MAX_PLACED)
    .sort((a, b) => a.x - b.x);
}
