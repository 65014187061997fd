import { type ReactElement, useMemo } from 'react';
import { useFormatters } from '../../chart/useFormatters.ts';
import type { FrameViewProps } from '../FrameViewProps.ts';
import { gaugeReadings } from '../gauge/gaugeReadings.ts';
import { EmptyMessage } from '../tiles/EmptyMessage.tsx';
import { useTileSeries } from '../tiles/useTileSeries.ts';
import { BarGaugeCell } from './BarGaugeCell.tsx';
import type { BarGaugeOptions } from './BarGaugeOptions.ts';
import { barGaugeLayout } from './barGaugeLayout.ts';

/**
 * Props of {@link BarGaugeView}.
 *
 * @public
 */
export interface BarGaugeViewProps extends FrameViewProps {
  readonly options?: BarGaugeOptions | undefined;
}

const NO_OPTIONS: BarGaugeOptions = {};

/**
 * Shows where the value of each series stands between two ends as bars, for hosts that have data of their own.
 *
 * @public
 */
export function BarGaugeView(props: BarGaugeViewProps): ReactElement {
  const { options = NO_OPTIONS, width, height, field } = props;
  const tiles = useTileSeries(props, options);
  const { values: formatter } = useFormatters(props.locale, props.timeZone);
  const readings = useMemo(() => gaugeReadings(tiles, formatter), [tiles, formatter]);
  const layout = useMemo(
    () => barGaugeLayout({ readings, width, height, options }),
    [readings, width, height, options],
  );
  if (readings.length === 0) return <EmptyMessage width={width} height={height} text={field?.noValue} />;
  const left = readings.length - layout.shownCount;
  return (
    <div className="gp-bar-gauge" style={{ width, height }}>
      <ul
        className={layout.isVertical ? 'gp-bar-gauge-list gp-bar-gauge-vertical' : 'gp-bar-gauge-list'}
        aria-label={props.title}
      >
        {readings.slice(0, layout.shownCount).map((reading) => (
          <BarGaugeCell
            key={reading.series.key}
            reading={reading}
            layout={layout}
            fill={options.fill ?? 'basic'}
            range={props.timeRange}
            onPointClick={props.onPointClick}
          />
        ))}
      </ul>
      {left > 0 ? <p className="gp-chart-note">and {left} more, for which there is no room</p> : null}
    </div>
  );
}
