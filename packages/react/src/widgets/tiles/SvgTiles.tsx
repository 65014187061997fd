import type { ReactElement, ReactNode } from 'react';
import { SvgNote } from '../../drawing/SvgNote.tsx';
import { SvgText } from '../../drawing/SvgText.tsx';
import type { TilesProps } from './Tiles.tsx';
import { fittingTileGrid, GAP } from './tileGrid.ts';

/** Lays one tile a series out in a picture, as the view does on the screen. */
export function SvgTiles<TItem>(props: Omit<TilesProps<TItem>, 'title'>): ReactElement {
  const { items, width, height } = props;
  if (items.length === 0) {
    return (
      <SvgText
        x={width / 2}
        y={height / 2 + 4}
        size={13}
        anchor="middle"
        color="text-muted"
        text={props.noValue ?? 'No data'}
      />
    );
  }
  const { columns, tileWidth, tileHeight, shownCount } = fittingTileGrid({ ...props, count: items.length });
  const left = items.length - shownCount;
  return (
    <>
      {items.slice(0, shownCount).map((item, index): ReactNode => {
        const x = (index % columns) * (tileWidth + GAP);
        const y = Math.floor(index / columns) * (tileHeight + GAP);
        return (
          <g key={props.itemKey(item)} transform={`translate(${x.toFixed(1)},${y.toFixed(1)})`}>
            {props.renderTile(item, tileWidth, tileHeight)}
          </g>
        );
      })}
      {left > 0 ? (
        <SvgNote y={height - 18} width={width} text={`and ${left} more, for which there is no room`} />
      ) : null}
    </>
  );
}
