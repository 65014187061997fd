import { type ReactElement, useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { Tiles } from '../tiles/Tiles.tsx';
import { useTileSeries } from '../tiles/useTileSeries.ts';
import type { GaugeOptions } from './GaugeOptions.ts';
import { GaugeTile } from './GaugeTile.tsx';
import { gaugeDomain } from './gaugeDomain.ts';

/**
 * Props of {@link GaugeView}.
 *
 * @public
 */
export interface GaugeViewProps extends FrameViewProps {
  readonly options?: GaugeOptions | undefined;
}

/** The smallest tile, and the shape that looks best. */
export const gaugeTileShape = { minWidth: 84, minHeight: 64, aspect: 1.25 } as const;

/**
 * Shows where the value of each series stands between two ends, for hosts that have data of their own.
 *
 * @public
 */
export function GaugeView(props: GaugeViewProps): ReactElement {
  const { options = {}, field } = props;
  const tiles = useTileSeries(props, options.reducer ?? 'last');
  const { values: formatter } = useFormatters(props.locale, props.timeZone);
  const domain = useMemo(
    () =>
      gaugeDomain(
        field,
        tiles.map(({ value }) => value),
        formatter,
      ),
    [field, tiles, formatter],
  );
  return (
    <Tiles
      items={tiles}
      itemKey={({ series }) => series.key}
      width={props.width}
      height={props.height}
      {...gaugeTileShape}
      title={props.title}
      renderTile={(tile, width, height) => (
        <GaugeTile
          tile={tile}
          domain={domain}
          field={field}
          formatter={formatter}
          width={width}
          height={height}
          hasName={tiles.length > 1}
          hasEndLabels={options.hasEndLabels ?? true}
        />
      )}
    />
  );
}
