import type { ReactElement } from 'react';
import { SvgText } from '../drawing/SvgText.tsx';
import type { LegendItem } from './LegendItem.ts';
import type { LegendLayout } from './legendLayout.ts';
import { SvgLegendTable } from './SvgLegendTable.tsx';
import { textWidth } from './textWidth.ts';

interface SvgLegendProps {
  readonly items: readonly LegendItem[];
  readonly layout: LegendLayout;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const ROW_HEIGHT = 22;
const FONT_SIZE = 12;
const SWATCH = 16;
const GAP = 6;
const ITEM_GAP = 16;
const MAX_ITEM_WIDTH = 280;

/** The names of the series and what is made of them, in a picture. What has no room is counted. */
export function SvgLegend(props: SvgLegendProps): ReactElement {
  const { layout, ...place } = props;
  return layout.columns === undefined ? (
    <SvgLegendList {...props} />
  ) : (
    <SvgLegendTable {...place} columns={layout.columns} />
  );
}

function SvgLegendList(props: SvgLegendProps): ReactElement {
  const { items, x, y } = props;
  const places = placeItems(props);
  const left = items.length - places.length;
  const last = places.at(-1);
  return (
    <g transform={`translate(${x},${y})`}>
      {places.map((place) => (
        <SvgLegendItem key={place.item.key} {...place} />
      ))}
      {left > 0 && last !== undefined ? (
        <SvgText x={0} y={last.y + ROW_HEIGHT + 15} size={11} color="text-muted" text={`and ${left} more`} />
      ) : null}
    </g>
  );
}

interface PlacedItem {
  readonly item: LegendItem;
  readonly x: number;
  readonly y: number;
  readonly nameWidth: number;
}

function SvgLegendItem({ item, x, y, nameWidth }: PlacedItem): ReactElement {
  const width = Math.min(nameWidth, textWidth(item.name, FONT_SIZE));
  return (
    <g transform={`translate(${x},${y})`}>
      <rect x={4} y={9.5} width={10} height={3} rx={1.5} fill={item.color} />
      <SvgText x={SWATCH + 4} y={15} size={FONT_SIZE} text={item.name} maxWidth={nameWidth} />
      <SvgText x={SWATCH + 4 + width + GAP} y={15} size={FONT_SIZE} color="text-muted" text={item.value} />
    </g>
  );
}

/** Returns where the items stand that have room; the last row is kept free where one must count the others. */
function placeItems({ items, layout, width, height }: SvgLegendProps): readonly PlacedItem[] {
  const maxRows = Math.max(1, Math.floor((height + 4) / ROW_HEIGHT));
  const all = flow(items, layout.placement === 'right' ? 0 : width, width);
  if (all.every(({ y }) => y < maxRows * ROW_HEIGHT)) return all;
  return all.filter(({ y }) => y < Math.max(1, maxRows - 1) * ROW_HEIGHT);
}

function flow(items: readonly LegendItem[], rowWidth: number, width: number): readonly PlacedItem[] {
  let [x, y] = [0, 0];
  return items.map((item) => {
    const fixed = SWATCH + 4 + GAP + textWidth(item.value, FONT_SIZE);
    const nameWidth = Math.max(24, Math.min(textWidth(item.name, FONT_SIZE), Math.min(MAX_ITEM_WIDTH, width) - fixed));
    const itemWidth = fixed + nameWidth + ITEM_GAP;
    if (x > 0 && x + itemWidth - ITEM_GAP > rowWidth) {
      x = 0;
      y += ROW_HEIGHT;
    }
    const place = { item, x, y, nameWidth };
    x += itemWidth;
    return place;
  });
}
