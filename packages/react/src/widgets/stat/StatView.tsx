import type { ReactElement } from 'react';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { Tiles } from '../tiles/Tiles.tsx';
import { useTileSeries } from '../tiles/useTileSeries.ts';
import type { StatOptions } from './StatOptions.ts';
import { StatTile } from './StatTile.tsx';

/**
 * Props of {@link StatView}.
 *
 * @public
 */
export interface StatViewProps extends FrameViewProps {
  readonly options?: StatOptions | undefined;
}

const NO_OPTIONS: StatOptions = {};

/** The smallest tile, and the shape that looks best. */
export const statTileShape = { minWidth: 96, minHeight: 48, aspect: 2 } as const;

/**
 * Shows one large value a series, with its course behind it, for hosts that have data of their own.
 *
 * @public
 */
export function StatView(props: StatViewProps): ReactElement {
  const { options = NO_OPTIONS, timeRange } = props;
  const tiles = useTileSeries(props, options);
  return (
    <Tiles
      items={tiles}
      itemKey={({ series }) => series.key}
      width={props.width}
      height={props.height}
      {...statTileShape}
      title={props.title}
      noValue={props.field?.noValue}
      renderTile={(tile, width, height) => (
        <StatTile
          tile={tile}
          range={timeRange}
          width={width}
          height={height}
          hasName={tiles.length > 1}
          hasSparkline={options.hasSparkline ?? true}
          colorMode={options.colorMode ?? 'value'}
          onPointClick={props.onPointClick}
        />
      )}
    />
  );
}
