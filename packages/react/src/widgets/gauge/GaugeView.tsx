import { type ReactElement, useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { Tiles } from '../tiles/Tiles.tsx';
import { useTileSeries } from '../tiles/useTileSeries.ts';
import type { GaugeOptions } from './GaugeOptions.ts';
import { GaugeTile } from './GaugeTile.tsx';
import { gaugeReadings } from './gaugeReadings.ts';

/**
 * Props of {@link GaugeView}.
 *
 * @public
 */
export interface GaugeViewProps extends FrameViewProps {
  readonly options?: GaugeOptions | undefined;
}

const NO_OPTIONS: GaugeOptions = {};

/** The smallest tile, and the shape that looks best. */
export const gaugeTileShape = { minWidth: 84, minHeight: 64, aspect: 1.25 } as const;

/**
 * Shows where the value of each series stands between two ends, for hosts that have data of their own.
 *
 * @public
 */
export function GaugeView(props: GaugeViewProps): ReactElement {
  const { options = NO_OPTIONS } = props;
  const tiles = useTileSeries(props, options);
  const { values: formatter } = useFormatters(props.locale, props.timeZone);
  const readings = useMemo(() => gaugeReadings(tiles, formatter), [tiles, formatter]);
  return (
    <Tiles
      items={readings}
      itemKey={({ series }) => series.key}
      width={props.width}
      height={props.height}
      {...gaugeTileShape}
      title={props.title}
      noValue={props.field?.noValue}
      renderTile={(reading, width, height) => (
        <GaugeTile
          reading={reading}
          formatter={formatter}
          width={width}
          height={height}
          hasName={tiles.length > 1}
          hasEndLabels={options.hasEndLabels ?? true}
          range={props.timeRange}
          onPointClick={props.onPointClick}
        />
      )}
    />
  );
}
