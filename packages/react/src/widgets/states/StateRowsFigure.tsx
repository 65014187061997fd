import { type ReactElement, useMemo } from 'react';
import { HiddenTable } from '../../chart/categories/HiddenTable.tsx';
import { MarkFigure } from '../../chart/categories/MarkFigure.tsx';
import { MarkInteraction } from '../../chart/interaction/MarkInteraction.tsx';
import type { PointClick } from '../../chart/interaction/PointClick.ts';
import type { TooltipContent } from '../../chart/interaction/TooltipContent.ts';
import { StateRowsPicture } from './StateRowsPicture.tsx';
import type { PlacedSpan, StateRowsPlot } from './stateRowsPlot.ts';
import { spanTooltip, stateRowsSentence, stateTableRows } from './stateWords.ts';

interface StateRowsFigureProps {
  readonly plot: StateRowsPlot;
  readonly title: string;
  readonly onPointClick: ((point: PointClick) => void) | undefined;
}

/** Rows of states on the screen: the picture, what answers over it, and the same as a table. */
export function StateRowsFigure({ plot, title, onPointClick }: StateRowsFigureProps): ReactElement {
  const { width, height } = plot;
  const rows = useMemo(() => stateTableRows(plot), [plot]);
  return (
    <MarkFigure
      width={width}
      height={height}
      title={title}
      sentence={stateRowsSentence(plot)}
      picture={<StateRowsPicture plot={plot} />}
      pictureWidth={width}
      pictureHeight={height}
      interaction={<StateRowsInteraction plot={plot} title={title} onPointClick={onPointClick} />}
      table={<HiddenTable caption={title} head={['Series', 'State', 'Share', 'Time', 'Periods']} rows={rows} />}
    />
  );
}

function StateRowsInteraction({ plot, title, onPointClick }: StateRowsFigureProps): ReactElement {
  const { spans, width, height, scales, range, rect, locale } = plot;
  const marks = useMemo(() => evenRows(spans), [spans]);
  return (
    <MarkInteraction
      label={title}
      width={width}
      height={height}
      marks={marks}
      boxOf={({ x, y, width: wide, height: tall }) => ({ left: x, top: y, width: wide, height: tall })}
      markAt={(x, y) => {
        const row = Math.floor(((y - rect.top) / rect.height) * spans.length);
        return spans[row]?.find((span) => x >= span.x && x <= span.x + span.width);
      }}
      tooltipOf={(span): TooltipContent => spanTooltip(span, plot)}
      clickOf={({ row, startMs, value }) => ({
        seriesName: row.series.name,
        labels: row.series.labels,
        refId: row.series.refId,
        timeMs: startMs,
        value: typeof value === 'number' ? value : undefined,
      })}
      onPointClick={onPointClick}
      timeOf={({ startMs }) => startMs}
      plot={rect}
      xOf={(timeMs) => (timeMs >= range.startMs && timeMs <= range.endMs ? scales.x(timeMs) : undefined)}
      locale={locale}
    />
  );
}

// The keyboard goes over rows of one length: shorter ones stay at their last span.
function evenRows(spans: StateRowsPlot['spans']): readonly (readonly (PlacedSpan | undefined)[])[] {
  const length = spans.reduce((max, row) => Math.max(max, row.length), 0);
  return spans.map((row) => Array.from({ length }, (_, index) => row[index] ?? row.at(-1)));
}
