import type { ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { FormattedText } from '../tiles/FormattedText.tsx';
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
        {...meterProps(props.reading)}
      >
        <GaugeArc radius={radius} value={value} color={color} domain={domain} thresholds={thresholds} />
        <div
          className="gp-gauge-value"
          style={{ fontSize, top: radius, color: display.color === undefined ? undefined : color }}
        >
          <FormattedText value={display} />
          {display.label === undefined || radius < 56 ? null : <span className="gp-gauge-label">{display.label}</span>}
        </div>
        {hasEndLabels ? (
          <div className="gp-gauge-ends">
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
