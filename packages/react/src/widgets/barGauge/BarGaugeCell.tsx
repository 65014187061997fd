import type { AbsoluteTimeRange } from '@glasspane/core';
import type { ReactElement } from 'react';
import type { PointClick } from '../../chart/interaction/PointClick.ts';
import type { GaugeReading } from '../gauge/gaugeReadings.ts';
import { meterProps } from '../gauge/meterProps.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import { leadsSomewhere, TileAction } from '../tiles/TileAction.tsx';
import type { BarGaugeOptions } from './BarGaugeOptions.ts';
import { BarMarks } from './BarMarks.tsx';
import type { BarGaugeLayout } from './barGaugeLayout.ts';

interface BarGaugeCellProps {
  readonly reading: GaugeReading;
  readonly layout: BarGaugeLayout;
  readonly fill: NonNullable<BarGaugeOptions['fill']>;
  readonly range: AbsoluteTimeRange;
  readonly onPointClick: ((point: PointClick) => void) | undefined;
}

/** One value as a bar, with its name and what it is. */
export function BarGaugeCell(props: BarGaugeCellProps): ReactElement {
  const { reading, layout } = props;
  const { isVertical, length, thickness, nameWidth, nameHeight, nameSize, valueWidth, valueHeight, valueSize } = layout;
  const { display, series } = reading;
  const [width, height] = isVertical ? [thickness, length] : [length, thickness];
  const hasName = nameHeight > 0 || (!isVertical && nameWidth > 0);
  const hasValue = isVertical ? valueHeight > 0 : valueWidth > 0;
  const name = hasName ? (
    <div
      className="gp-bar-gauge-name"
      title={series.name}
      style={{
        fontSize: nameSize,
        ...(nameHeight > 0 ? { lineHeight: `${nameHeight}px`, width: '100%' } : { width: nameWidth }),
      }}
    >
      <bdi>{series.name}</bdi>
    </div>
  ) : null;
  return (
    <li
      className={nameHeight > 0 && !isVertical ? 'gp-bar-gauge-cell gp-bar-gauge-stacked' : 'gp-bar-gauge-cell'}
      title={display.label}
      style={isVertical ? { width: layout.cellWidth } : { height: layout.cellHeight }}
    >
      {isVertical ? null : name}
      <div className="gp-bar-gauge-bar" {...meterProps(reading)} style={{ width, height }}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <BarMarks reading={reading} layout={layout} fill={props.fill} />
        </svg>
      </div>
      {hasValue ? (
        <div
          className="gp-bar-gauge-value"
          aria-hidden={!leadsSomewhere(reading, props.onPointClick)}
          style={{
            fontSize: valueSize,
            color: display.color === undefined ? undefined : reading.color,
            ...(isVertical ? { lineHeight: `${valueHeight}px`, width: '100%' } : { width: valueWidth }),
          }}
        >
          <TileAction tile={reading} range={props.range} onPointClick={props.onPointClick}>
            <FormattedText value={display} />
          </TileAction>
        </div>
      ) : null}
      {isVertical ? name : null}
    </li>
  );
}
