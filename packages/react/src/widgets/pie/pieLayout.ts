import { type LegendLayout, legendLayout } from '../../chart/legendLayout.ts';
import { textWidth } from '../../chart/textWidth.ts';
import type { PieOptions } from './PieOptions.ts';
import type { PieSlice } from './pieModel.ts';

/** The size of the names beside the slices, in pixels. */
export const LABEL_SIZE = 12;

const LINE = 16;
const ELBOW = 12;

/** A slice where it stands. Angles are in radians clockwise from the top. */
export interface PlacedSlice {
  readonly slice: PieSlice;
  readonly from: number;
  readonly to: number;
}

/** The name of a slice beside it, and the line to it. */
export interface PlacedName {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly isRight: boolean;
  readonly x: number;
  /** The middle of the text. */
  readonly y: number;
  readonly maxWidth: number;
  /** The points of the line, in pixels. */
  readonly line: string;
}

/** Where all parts of a pie stand. */
export interface PieLayout {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** 0 in a pie. */
  readonly hole: number;
  readonly slices: readonly PlacedSlice[];
  readonly names: readonly PlacedName[];
  readonly legend: LegendLayout;
}

interface PieLayoutOptions {
  readonly slices: readonly PieSlice[];
  readonly options: PieOptions;
  readonly width: number;
  readonly height: number;
}

/** Returns what is said of a slice besides its name. */
export function sliceText({ percent, text }: PieSlice, { labelValue = 'percent' }: PieOptions): string {
  return labelValue === 'both' ? `${percent}, ${text}` : labelValue === 'value' ? text : percent;
}

/** Returns where the parts of a pie stand. */
export function pieLayout({ slices, options, width, height }: PieLayoutOptions): PieLayout {
  const { labels = 'auto', shape = 'donut' } = options;
  const hasNames = labels === 'outside' || (labels === 'auto' && width >= 280 && height >= 130);
  const items = slices.map((slice) => ({ name: slice.name, value: sliceText(slice, options) }));
  const placement = width > height * 1.4 ? 'right' : 'auto';
  const hasLegend = !hasNames && labels !== 'none';
  const legend = legendLayout({ placement: hasLegend ? placement : 'none', items, width, height });
  const plotWidth = width - (legend.placement === 'right' ? legend.size : 0);
  const plotHeight = height - (legend.placement === 'below' ? legend.size : 0);
  const widest = Math.max(
    0,
    ...items.map(({ name, value }) => textWidth(`${name.slice(0, 100)} ${value}`, LABEL_SIZE)),
  );
  const side = hasNames ? Math.min(widest + ELBOW + 14, width * 0.32) : 2;
  const edge = hasNames ? LINE : 2;
  const radius = Math.max(1, Math.min((plotWidth - side * 2) / 2, (plotHeight - edge * 2) / 2));
  const place = { x: plotWidth / 2, y: plotHeight / 2, radius };
  const placed = placeSlices(slices);
  return {
    ...place,
    hole: shape === 'donut' ? radius * 0.62 : 0,
    slices: placed,
    names: hasNames ? placeNames(placed, options, { ...place, width: plotWidth, height: plotHeight }) : [],
    legend,
  };
}

function placeSlices(slices: readonly PieSlice[]): readonly PlacedSlice[] {
  let angle = 0;
  return slices.map((slice) => {
    const from = angle;
    angle = Math.min(2 * Math.PI, from + slice.share * 2 * Math.PI);
    return { slice, from, to: angle };
  });
}

interface NamePlace {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

// On each side the names of the largest slices stand as near to them as they can without meeting each other.
function placeNames(placed: readonly PlacedSlice[], options: PieOptions, place: NamePlace): readonly PlacedName[] {
  const capacity = Math.max(1, Math.floor(place.height / LINE));
  return [true, false].flatMap((isRight) => {
    const side = placed.filter(({ from, to }) => (from + to) / 2 < Math.PI === isRight);
    const largest = [...side].sort((a, b) => b.slice.share - a.slice.share).slice(0, capacity);
    const wanted = side
      .filter((one) => largest.includes(one))
      .map((one) => ({ one, y: place.y - Math.cos((one.from + one.to) / 2) * (place.radius + 8) }))
      .sort((a, b) => a.y - b.y);
    const ys = spread(
      wanted.map(({ y }) => y),
      LINE,
      place.height,
    );
    return wanted.map(({ one }, index) => nameAt(one, options, place, { isRight, y: ys[index] ?? place.y }));
  });
}

/** Returns places in the same order, at least so far from each other, within a height, as near to the wished ones as may be. */
export function spread(wishes: readonly number[], distance: number, height: number): readonly number[] {
  const ys = [...wishes];
  const last = ys.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const least = index === 0 ? distance / 2 : (ys[index - 1] ?? 0) + distance;
    ys[index] = Math.max(ys[index] ?? 0, least);
  }
  for (let index = last; index >= 0; index -= 1) {
    const most = index === last ? height - distance / 2 : (ys[index + 1] ?? 0) - distance;
    ys[index] = Math.min(ys[index] ?? 0, most);
  }
  return ys;
}

function nameAt(
  { slice, from, to }: PlacedSlice,
  options: PieOptions,
  { x, y, radius, width }: NamePlace,
  label: { readonly isRight: boolean; readonly y: number },
): PlacedName {
  const angle = (from + to) / 2;
  const sign = label.isRight ? 1 : -1;
  const elbow = x + sign * (radius + 8);
  const end = elbow + sign * ELBOW * 0.5;
  const points = [
    [x + Math.sin(angle) * (radius + 1), y - Math.cos(angle) * (radius + 1)],
    [x + Math.sin(angle) * (radius + 7), y - Math.cos(angle) * (radius + 7)],
    [elbow, label.y],
    [end, label.y],
  ];
  const textX = end + sign * 4;
  return {
    key: slice.key,
    name: slice.name,
    value: sliceText(slice, options),
    isRight: label.isRight,
    x: textX,
    // The cosine of a server may differ in its last digit, and the two would not be the same markup.
    y: Math.round(label.y * 10) / 10,
    maxWidth: Math.max(8, label.isRight ? width - textX : textX),
    line: points.map((point) => point.map((one = 0) => one.toFixed(1)).join(',')).join(' '),
  };
}
