import type { AbsoluteTimeRange } from '@glasspane/core';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { markLinks } from '../../chart/categories/markLinks.ts';
import { type PointClick, tellClick } from '../../chart/interaction/PointClick.ts';
import type { TileSeries } from './useTileSeries.ts';

interface TileActionProps {
  readonly tile: Pick<TileSeries, 'series' | 'value'>;
  readonly range: AbsoluteTimeRange;
  readonly onPointClick: ((point: PointClick) => void) | undefined;
  readonly children: ReactNode;
}

/** Tells whether a value can be chosen: where it cannot, and a meter says it already, it need not be read once more. */
export function leadsSomewhere(
  { series }: TileActionProps['tile'],
  onPointClick: TileActionProps['onPointClick'],
): boolean {
  return onPointClick !== undefined || (series.options?.links ?? []).length > 0;
}

/** What of a tile leads somewhere: to the first link of its field, or to the host; plain where neither is. */
export function TileAction({ tile, range, onPointClick, children }: TileActionProps): ReactElement {
  const { name, field, options, refId } = tile.series;
  const mark = { seriesName: name, labels: field.labels, refId, value: tile.value };
  const [link] = markLinks({ links: options?.links, timeRange: range, name, labels: field.labels, value: tile.value });
  if (link !== undefined) {
    const tell = (event: MouseEvent): void => {
      if (!tellClick(onPointClick, mark, event)) event.preventDefault();
    };
    return (
      <a
        className="gp-tile-link"
        href={link.href}
        title={link.title}
        {...(link.isNewTab === true ? { target: '_blank', rel: 'noreferrer' } : {})}
        onClick={tell}
      >
        {children}
        <span className="gp-visually-hidden">, {link.title}</span>
      </a>
    );
  }
  if (onPointClick === undefined) return <>{children}</>;
  return (
    <button type="button" className="gp-tile-button" onClick={(event) => tellClick(onPointClick, mark, event)}>
      {children}
    </button>
  );
}
