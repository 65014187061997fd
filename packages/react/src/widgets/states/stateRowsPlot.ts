import type { AbsoluteTimeRange } from '@glasspane/core';
import type { Formatters } from '../../chart/createFormatters.ts';
import { legendLayout } from '../../chart/legendLayout.ts';
import { type PlotScales, plotScales } from '../../chart/PlotScales.ts';
import { type AxisRoom, axisRoom, type PlotRect } from '../../chart/plotLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import { NOTE_HEIGHT } from '../../drawing/SvgNote.tsx';
import { assignColors } from '../../theme/assignColors.ts';
import type { State } from './State.ts';
import type { StateRow, StateSpan } from './StateRow.ts';
import { stateFill } from './stateFill.ts';

/** What rows of states are laid out from. */
export interface StateRowsPlotOptions extends Formatters {
  readonly rows: readonly StateRow[];
  /** How many series have no row. */
  readonly omittedCount: number;
  readonly range: AbsoluteTimeRange;
  readonly width: number;
  readonly height: number;
  readonly locale: string | undefined;
  readonly hasLegend: boolean;
  readonly hasText: boolean;
  /** The space between two spans, in pixels, where they are wide enough for it. */
  readonly gap: number;
  readonly noValue: string | undefined;
}

/** A span where it stands, in whole pixels. */
export interface PlacedSpan extends StateSpan {
  readonly row: StateRow;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a state looks. */
export interface StateLook {
  readonly text: string;
  readonly fill: string;
  readonly ink: string;
}

/** Everything that drawing rows of states and reading them need. */
export interface StateRowsPlot extends StateRowsPlotOptions {
  readonly rect: PlotRect;
  readonly room: AxisRoom;
  readonly scales: PlotScales;
  /** By row. Gaps are among them. */
  readonly spans: readonly (readonly PlacedSpan[])[];
  readonly looks: ReadonlyMap<State, StateLook>;
  readonly legendY: number | undefined;
  readonly legendHeight: number;
  readonly note: string | undefined;
  readonly fontSize: number;
}

const MIN_ROW = 16;
const MAX_ROW = 48;
const NAME_SIZE = 12;

/** Returns how many rows of states have room in a view of that height. */
export function fittingRowCount(width: number, height: number, total: number): number {
  const room = axisRoom(width, height);
  const axis = room.hasTimeAxis ? 22 : 0;
  const fitting = Math.max(1, Math.floor((height - axis - 4) / MIN_ROW));
  return total <= fitting ? total : Math.max(1, Math.floor((height - axis - 4 - NOTE_HEIGHT) / MIN_ROW));
}

/** Returns the layout of rows of states at a size. */
export function stateRowsPlot(given: StateRowsPlotOptions): StateRowsPlot {
  const { rows, omittedCount, range, width, height } = given;
  const looks = stateLooks(rows);
  const room = axisRoom(width, height);
  const note =
    omittedCount > 0 && height > 60
      ? `and ${omittedCount.toLocaleString(given.locale)} more series, for which there is no room`
      : undefined;
  const items = legendItems(looks);
  const rowsHeight = rows.length * MIN_ROW + (room.hasTimeAxis ? 22 : 0) + (note === undefined ? 0 : NOTE_HEIGHT) + 4;
  const wanted =
    given.hasLegend && items.length > 0 ? legendLayout({ placement: 'below', items, width, height }) : undefined;
  const legendHeight = wanted !== undefined && rowsHeight + wanted.size <= height ? wanted.size : 0;
  const plotHeight = Math.max(1, height - legendHeight - (note === undefined ? 0 : NOTE_HEIGHT));
  const rect = rowsRect(given, plotHeight, room);
  const scales = plotScales(rect, range, { min: 0, max: Math.max(1, rows.length) });
  return {
    ...given,
    rect,
    room,
    scales,
    spans: rows.map((row, index) => placeSpans(row, index, given, { rect, scales })),
    looks,
    legendY: legendHeight > 0 ? plotHeight + 4 : undefined,
    legendHeight,
    note,
    fontSize: NAME_SIZE,
  };
}

/** Returns the states of a legend, those that were seen first first. */
export function legendItems(looks: ReadonlyMap<State, StateLook>): readonly {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly value: string;
}[] {
  const items = new Map([...looks.values()].map(({ text, fill }) => [`${text} ${fill}`, { name: text, color: fill }]));
  return [...items].map(([key, { name, color }]) => ({ key, name, color, value: '' }));
}

function stateLooks(rows: readonly StateRow[]): ReadonlyMap<State, StateLook> {
  const states = new Set(rows.flatMap(({ spans }) => spans.flatMap(({ state }) => state ?? [])));
  const plain = [...new Set([...states].flatMap(({ text, color }) => (color === undefined ? [text] : [])))];
  const places = assignColors(plain.map((text) => ({ key: text, colorKey: text })));
  return new Map(
    [...states].map((state) => {
      const color = state.color ?? `series-${((places.get(state.text) ?? 0) % 10) + 1}`;
      const { fill, text: ink } = stateFill(color);
      return [state, { text: state.text, fill, ink }];
    }),
  );
}

function rowsRect({ rows, width }: StateRowsPlotOptions, height: number, room: AxisRoom): PlotRect {
  const widest = rows.reduce((max, { series }) => Math.max(max, textWidth(series.name.slice(0, 200), NAME_SIZE)), 0);
  const left = width >= 200 ? Math.ceil(Math.min(widest, width * 0.28)) + 12 : 1;
  const right = width >= 200 ? 8 : 1;
  const full = Math.max(1, height - 4 - (room.hasTimeAxis ? 22 : 0));
  const used = Math.min(full, Math.max(1, rows.length) * MAX_ROW);
  return { left, top: 2, width: Math.max(1, width - left - right), height: used };
}

// At most one span a pixel: what is shorter is widened to one, and what has no pixel left is not drawn.
function placeSpans(
  row: StateRow,
  index: number,
  { rows, gap }: StateRowsPlotOptions,
  { rect, scales }: Pick<StateRowsPlot, 'rect' | 'scales'>,
): readonly PlacedSpan[] {
  const rowHeight = rect.height / rows.length;
  const space = rowHeight >= 12 ? Math.min(8, Math.max(2, rowHeight * 0.16)) : 0;
  const y = Math.round(rect.top + index * rowHeight + space / 2);
  const height = Math.max(1, Math.round(rowHeight - space));
  const placed: PlacedSpan[] = [];
  let taken = rect.left;
  for (const span of row.spans) {
    const within = (timeMs: number): number =>
      Math.round(Math.min(rect.left + rect.width, Math.max(rect.left, scales.x(timeMs))));
    const x = Math.max(taken, within(span.startMs));
    const end = Math.min(rect.left + rect.width, Math.max(within(span.endMs), within(span.startMs) + 1));
    if (end <= x) continue;
    placed.push({ ...span, row, x, y, width: Math.max(1, end - x - (end - x >= 4 ? gap : 0)), height });
    taken = end;
  }
  return placed;
}
