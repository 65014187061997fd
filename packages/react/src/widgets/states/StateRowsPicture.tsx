import { type ReactElement, useMemo } from 'react';
import { EmptyNote } from '../../chart/EmptyNote.tsx';
import { fittingTimeTicks } from '../../chart/fittingTimeTicks.ts';
import { SvgLegend } from '../../chart/SvgLegend.tsx';
import { TimeAxisLabels } from '../../chart/TimeAxisLabels.tsx';
import { textWidth } from '../../chart/textWidth.ts';
import { NOTE_HEIGHT, SvgNote } from '../../drawing/SvgNote.tsx';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import { legendItems, type PlacedSpan, type StateRowsPlot } from './stateRowsPlot.ts';

const TEXT_SIZE = 11;

/** Rows of states with their names, axis and legend, for the inside of an SVG: on the screen and in a file alike. */
export function StateRowsPicture({ plot }: { readonly plot: StateRowsPlot }): ReactElement {
  const { rect, room, range, times, width, height, rows, spans, scales, looks } = plot;
  const ticks = useMemo(
    () => (room.hasTimeAxis ? fittingTimeTicks(range, rect.width, times) : []),
    [room.hasTimeAxis, range, rect.width, times],
  );
  const items = useMemo(() => legendItems(looks), [looks]);
  return (
    <>
      {rows.map(({ series }, index) => (
        <RowBack key={series.key} plot={plot} name={series.name} index={index} />
      ))}
      {spans.map((row, index) => (
        <g key={rows[index]?.series.key}>
          {row.map((span) => (
            <Span key={`${span.x}`} span={span} plot={plot} />
          ))}
        </g>
      ))}
      {looks.size > 0 ? null : <EmptyNote rect={rect} noValue={plot.noValue} />}
      {room.hasTimeAxis ? <TimeAxisLabels ticks={ticks} rect={rect} scales={scales} width={width} /> : null}
      {plot.legendY === undefined ? null : (
        <SvgLegend
          items={items}
          layout={{ placement: 'below', size: plot.legendHeight }}
          x={0}
          y={plot.legendY}
          width={width}
          height={plot.legendHeight - 4}
        />
      )}
      {plot.note === undefined ? null : <SvgNote y={height - NOTE_HEIGHT} width={width} text={plot.note} />}
    </>
  );
}

interface RowBackProps {
  readonly plot: StateRowsPlot;
  readonly name: string;
  readonly index: number;
}

/** The name of a row, and a line along it, which is what is seen where there is no sample. */
function RowBack({ plot, name, index }: RowBackProps): ReactElement {
  const { rect, rows, fontSize } = plot;
  const middle = rect.top + (rect.height * (index + 0.5)) / rows.length;
  return (
    <>
      <line
        className="gp-grid-line"
        x1={rect.left}
        x2={rect.left + rect.width}
        y1={Math.round(middle) + 0.5}
        y2={Math.round(middle) + 0.5}
        stroke={tokenColor('grid-line')}
      />
      {rect.left < 20 ? null : (
        <SvgText
          x={rect.left - 8}
          y={middle + fontSize * 0.35}
          size={fontSize}
          anchor="end"
          text={name}
          maxWidth={rect.left - 12}
        />
      )}
    </>
  );
}

function Span({ span, plot }: { readonly span: PlacedSpan; readonly plot: StateRowsPlot }): ReactElement | null {
  const { state, x, y, width, height } = span;
  const look = state === undefined ? undefined : plot.looks.get(state);
  if (look === undefined) return null;
  const hasText = plot.hasText && height >= 14 && textWidth(look.text.slice(0, 200), TEXT_SIZE) + 8 <= width;
  return (
    <>
      <rect className="gp-heat" x={x} y={y} width={width} height={height} rx={width > 6 ? 2 : 0} fill={look.fill} />
      {hasText ? (
        <text
          x={x + width / 2}
          y={y + height / 2 + TEXT_SIZE * 0.36}
          fontSize={TEXT_SIZE}
          textAnchor="middle"
          fill={look.ink}
        >
          {look.text}
        </text>
      ) : null}
    </>
  );
}
