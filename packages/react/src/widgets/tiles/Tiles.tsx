import type { ReactElement, ReactNode } from 'react';
import { EmptyMessage } from './EmptyMessage.tsx';
import { fittingTileGrid } from './tileGrid.ts';

/** Props of {@link Tiles}. */
export interface TilesProps<TItem> {
  readonly items: readonly TItem[];
  readonly itemKey: (item: TItem) => string;
  readonly width: number;
  readonly height: number;
  readonly minWidth: number;
  readonly minHeight: number;
  readonly aspect: number;
  readonly title: string;
  /** What is said where there is no item. Left out: that there are no data. */
  readonly noValue: string | undefined;
  readonly renderTile: (item: TItem, width: number, height: number) => ReactNode;
}

/** Lays one tile a series out in a grid, and says how many there is no room for. */
export function Tiles<TItem>(props: TilesProps<TItem>): ReactElement {
  const { items, width, height, title } = props;
  if (items.length === 0) {
    return <EmptyMessage width={width} height={height} text={props.noValue} />;
  }
  const grid = fittingTileGrid({ ...props, count: items.length });
  const left = items.length - grid.shownCount;
  return (
    <div className="gp-tiles" style={{ width, height }}>
      <ul
        className="gp-tiles-list"
        aria-label={title}
        style={{ gridTemplateColumns: `repeat(${grid.columns}, minmax(0, 1fr))` }}
      >
        {items.slice(0, grid.shownCount).map((item) => (
          <li key={props.itemKey(item)} className="gp-tile" style={{ height: grid.tileHeight }}>
            {props.renderTile(item, grid.tileWidth, grid.tileHeight)}
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="gp-chart-note">and {left} more, for which there is no room</p> : null}
    </div>
  );
}
