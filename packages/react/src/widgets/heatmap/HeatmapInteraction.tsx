import { type ReactElement, useMemo } from 'react';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { PointClick } from '../../chart/interaction/PointClick.ts';
import type { TooltipContent } from '../../chart/interaction/TooltipContent.ts';
import type { Box } from '../../controls/placePanel.ts';
import { formatBucket } from '../buckets/bucketAxis.ts';
import { countLevel } from './countDomain.ts';
import { columnEdges, LEVELS, rowEdges } from './heatmapCells.ts';
import type { HeatmapPlot } from './heatmapPlot.ts';

interface HeatmapInteractionProps {
  readonly plot: HeatmapPlot;
  readonly title: string;
  readonly onPointClick: ((point: PointClick) => void) | undefined;
  readonly locale: string | undefined;
}

/** What lies over the cells and answers to pointer and keyboard. A cell is told by its place among the counts. */
export function HeatmapInteraction({ plot, title, onPointClick, locale }: HeatmapInteractionProps): ReactElement {
  const { model, scales, range, width, height } = plot;
  const columns = model.times.length;
  // The highest bucket first, so that the arrow up goes up.
  const marks = useMemo(
    () =>
      model.buckets.map((_, index) => {
        const row = model.buckets.length - 1 - index;
        return Array.from({ length: columns }, (_cell, column) => row * columns + column);
      }),
    [model, columns],
  );
  return (
    <MarkInteraction
      label={title}
      width={width}
      height={height}
      marks={marks}
      boxOf={(cell) => cellBox(cell, plot)}
      markAt={(x, y) => cellAt(x, y, plot)}
      tooltipOf={(cell) => cellTooltip(cell, plot)}
      clickOf={(cell) => ({
        seriesName: formatBucket(bucketOf(cell, plot), plot.field, plot.values),
        labels: {},
        timeMs: model.times[cell % columns],
        value: model.counts[cell],
      })}
      onPointClick={onPointClick}
      timeOf={(cell) => model.times[cell % columns] ?? range.startMs}
      plot={plot.rect}
      xOf={(timeMs) => (timeMs >= range.startMs && timeMs <= range.endMs ? scales.x(timeMs) : undefined)}
      locale={locale}
    />
  );
}

/** Returns which cell is at a point of the chart; `undefined` where none is. */
function cellAt(x: number, y: number, plot: HeatmapPlot): number | undefined {
  const { model, rect, scales } = plot;
  const { times, stepMs, buckets } = model;
  if (x < rect.left || x > rect.left + rect.width || y < rect.top || y > rect.top + rect.height) return undefined;
  const timeMs = scales.timeAt(x);
  const row = Math.min(buckets.length - 1, Math.floor(((rect.top + rect.height - y) / rect.height) * buckets.length));
  const column = times.findIndex((end) => end >= timeMs);
  if (row < 0 || column < 0 || (times[column] ?? 0) - stepMs > timeMs) return undefined;
  return row * times.length + column;
}

function cellBox(cell: number, { model, rect, scales }: HeatmapPlot): Box {
  const { times } = model;
  const [left, right] = columnEdges(model, cell % times.length, rect, scales);
  const [top, bottom] = rowEdges(Math.floor(cell / times.length), scales);
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function bucketOf(cell: number, { model }: HeatmapPlot): { readonly low: number; readonly high: number } {
  return model.buckets[Math.floor(cell / model.times.length)] ?? { low: Number.NaN, high: Number.NaN };
}

/** Returns what the tooltip of a cell says: its time, its values, and how many there were. */
function cellTooltip(cell: number, plot: HeatmapPlot): TooltipContent {
  const { model, times, values, field, countUnit, domain, colors } = plot;
  const end = model.times[cell % model.times.length] ?? 0;
  const count = model.counts[cell] ?? Number.NaN;
  const isMissing = Number.isNaN(count);
  return {
    title: `${times.format(end - model.stepMs)} – ${times.format(end, 'second')}`,
    rows: [
      {
        key: 'bucket',
        name: formatBucket(bucketOf(cell, plot), field, values),
        value: isMissing ? 'no sample' : values.format(count, { unit: countUnit }).text,
        color: count > 0 ? colors[countLevel(count, domain, LEVELS)]?.fill : undefined,
      },
    ],
  };
}
