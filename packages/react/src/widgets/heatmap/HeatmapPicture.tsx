import { type ReactElement, useMemo } from 'react';
import { EmptyNote } from '../../chart/EmptyNote.tsx';
import { fittingTimeTicks } from '../../chart/fittingTimeTicks.ts';
import { TimeAxisLabels } from '../../chart/TimeAxisLabels.tsx';
import { ValueAxisLabels } from '../../chart/ValueAxisLabels.tsx';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import { HeatmapLegend } from './HeatmapLegend.tsx';
import { cellsPath } from './heatmapCells.ts';
import type { HeatmapPlot } from './heatmapPlot.ts';

interface HeatmapPictureProps {
  readonly plot: HeatmapPlot;
  /** Whether the cells are drawn; they are not where a canvas behind the picture has them. */
  readonly hasCells: boolean;
}

/** The cells, axes and legend of a heatmap, for the inside of an SVG: on the screen and in a file alike. */
export function HeatmapPicture({ plot, hasCells }: HeatmapPictureProps): ReactElement {
  const { rect, room, axis, scales, range, times, width } = plot;
  const ticks = useMemo(
    () => (room.hasTimeAxis ? fittingTimeTicks(range, rect.width, times) : []),
    [room.hasTimeAxis, range, rect.width, times],
  );
  return (
    <>
      {hasCells ? <HeatmapMarks plot={plot} /> : null}
      <rect
        className="gp-plot-edge"
        x={rect.left - 0.5}
        y={rect.top - 0.5}
        width={rect.width + 1}
        height={rect.height + 1}
        fill="none"
        stroke={tokenColor('grid-line')}
      />
      {plot.cells.some(({ length }) => length > 0) ? null : <EmptyNote rect={rect} noValue={plot.field?.noValue} />}
      {room.hasTimeAxis ? <TimeAxisLabels ticks={ticks} rect={rect} scales={scales} width={width} /> : null}
      {room.hasValueAxis ? <ValueAxisLabels side="left" axis={axis} rect={rect} scales={scales} /> : null}
      {plot.legendY === undefined ? null : <HeatmapLegend plot={plot} y={plot.legendY} />}
      {plot.note === undefined ? null : <SvgNote y={plot.height - NOTE_HEIGHT} width={width} text={plot.note} />}
    </>
  );
}

function HeatmapMarks({ plot }: { readonly plot: HeatmapPlot }): ReactElement {
  const { cells, colors } = plot;
  const paths = useMemo(() => cells.map(cellsPath), [cells]);
  return (
    <g>
      {paths.map((path, level) => {
        const color = colors[level];
        return path === '' || color === undefined ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
          <path key={level} className="gp-heat" d={path} fill={color.fill} fillOpacity={color.opacity} />
        );
      })}
    </g>
  );
}
