import type { AbsoluteTimeRange, ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import type { PointClick } from '../../chart/interaction/PointClick.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import { leadsSomewhere, TileAction } from '../tiles/TileAction.tsx';
import { GaugeArc } from './GaugeArc.tsx';
import type { GaugeReading } from './gaugeReadings.ts';
import { END_HEIGHT, gaugeTileLayout, HEIGHT_BY_RADIUS } from './gaugeTileLayout.ts';
import { meterProps } from './meterProps.ts';

interface GaugeTileProps {
  readonly reading: GaugeReading;
  readonly formatter: ValueFormatter;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasEndLabels: boolean;
  readonly range: AbsoluteTimeRange;
  readonly onPointClick: ((point: PointClick) => void) | undefined;
}

/** One value on an arc, with the thresholds along it. */
export function GaugeTile(props: GaugeTileProps): ReactElement {
  const { series, value, display, domain, thresholds, color } = props.reading;
  const { radius, hasEndLabels, fontSize, ends } = gaugeTileLayout(props);
  const name = props.hasName ? series.name : undefined;
  return (
    <div className="gp-gauge">
      <div
        className="gp-gauge-dial"
        style={{ width: radius * 2, height: radius * HEIGHT_BY_RADIUS + (hasEndLabels ? END_HEIGHT : 0) }}
      >
        <div {...meterProps(props.reading)}>
          <GaugeArc radius={radius} value={value} color={color} domain={domain} thresholds={thresholds} />
        </div>
        <div
          className="gp-gauge-value"
          aria-hidden={!leadsSomewhere(props.reading, props.onPointClick)}
          style={{ fontSize, top: radius, color: display.color === undefined ? undefined : color }}
        >
          <TileAction tile={props.reading} range={props.range} onPointClick={props.onPointClick}>
            <FormattedText value={display} />
          </TileAction>
          {display.label === undefined || radius < 56 ? null : <span className="gp-gauge-label">{display.label}</span>}
        </div>
        {hasEndLabels ? (
          <div className="gp-gauge-ends" aria-hidden="true">
            {ends.map((end, index) => (
              <span key={index === 0 ? 'min' : 'max'}>{end}</span>
            ))}
          </div>
        ) : null}
      </div>
      {name === undefined ? null : (
        <div className="gp-stat-name" title={name}>
          <bdi>{name}</bdi>
        </div>
      )}
    </div>
  );
}
