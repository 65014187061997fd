import type { ReactElement } from 'react';
import { SvgText } from '../drawing/SvgText.tsx';
import type { LegendItem } from './LegendItem.ts';
import { legendColumnWidths } from './legendLayout.ts';

interface SvgLegendTableProps {
  readonly items: readonly LegendItem[];
  readonly columns: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ROW_HEIGHT = 22;
const FONT_SIZE = 12;
const NAME_X = 20;
const MIN_NAME_WIDTH = 60;

/** The table of a legend in a picture: the columns and rows that there is room for, the rows left out counted. */
export function SvgLegendTable({ items, columns, x, y, width, height }: SvgLegendTableProps): ReactElement {
  const ends = columnEnds(items, columns, width);
  const nameWidth = (ends[0]?.start ?? width) - NAME_X;
  const room = Math.max(2, Math.floor((height + 4) / ROW_HEIGHT)) - 1;
  const shown = items.length <= room ? items : items.slice(0, Math.max(1, room - 1));
  const left = items.length - shown.length;
  return (
    <g transform={`translate(${x},${y})`}>
      {ends.map(({ end }, column) => (
        <SvgText
          key={columns[column]}
          x={end}
          y={15}
          size={11}
          anchor="end"
          color="text-muted"
          text={columns[column] ?? ''}
        />
      ))}
      {shown.map(({ key, name, color, cells }, row) => (
        <g key={key} transform={`translate(0,${(row + 1) * ROW_HEIGHT})`}>
          <rect x={4} y={9.5} width={10} height={3} rx={1.5} fill={color} />
          <SvgText x={NAME_X} y={15} size={FONT_SIZE} text={name} maxWidth={nameWidth} />
          {ends.map(({ end }, column) => (
            <SvgText
              key={columns[column]}
              x={end}
              y={15}
              size={FONT_SIZE}
              anchor="end"
              text={cells?.[column]?.text ?? ''}
            />
          ))}
        </g>
      ))}
      {left > 0 ? (
        <SvgText
          x={0}
          y={(shown.length + 1) * ROW_HEIGHT + 15}
          size={11}
          color="text-muted"
          text={`and ${left} more`}
        />
      ) : null}
    </g>
  );
}

interface ColumnEnd {
  readonly start: number;
  readonly end: number;
}

// From the right; the last columns give way where there is no room for all.
function columnEnds(items: readonly LegendItem[], columns: readonly string[], width: number): readonly ColumnEnd[] {
  const widths = legendColumnWidths(items, columns);
  let [used, count] = [0, 0];
  while (count < widths.length && used + (widths[count] ?? 0) <= width - NAME_X - MIN_NAME_WIDTH) {
    used += widths[count] ?? 0;
    count += 1;
  }
  let start = width - used;
  return widths.slice(0, count).map((one) => {
    const end = { start, end: start + one };
    start += one;
    return end;
  });
}
