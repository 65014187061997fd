import type { FieldOptions, ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { themeColor } from '../../theme/themeColor.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import type { TileSeries } from '../tiles/useTileSeries.ts';
import { GaugeArc } from './GaugeArc.tsx';
import type { GaugeDomain } from './gaugeDomain.ts';
import { END_HEIGHT, gaugeTileLayout, HEIGHT_BY_RADIUS } from './gaugeTileLayout.ts';

interface GaugeTileProps {
  readonly tile: TileSeries;
  readonly domain: GaugeDomain;
  readonly field: FieldOptions | undefined;
  readonly formatter: ValueFormatter;
  readonly width: number;
  readonly height: number;
  readonly hasName: boolean;
  readonly hasEndLabels: boolean;
}

/** One value on an arc, with the thresholds along it. */
export function GaugeTile(props: GaugeTileProps): ReactElement {
  const { tile, domain, field, hasName } = props;
  const { series, value, display } = tile;
  const { radius, hasEndLabels, fontSize, ends } = gaugeTileLayout(props);
  const color = display.color === undefined ? series.color : themeColor(display.color);
  const hasValue = value !== undefined && !Number.isNaN(value);
  const name = hasName ? series.name : undefined;
  return (
    <div className="gp-gauge">
      <div
        className="gp-gauge-dial"
        style={{ width: radius * 2, height: radius * HEIGHT_BY_RADIUS + (hasEndLabels ? END_HEIGHT : 0) }}
        {...(hasValue
          ? {
              role: 'meter',
              'aria-valuemin': domain.min,
              'aria-valuemax': domain.max,
              'aria-valuenow': Math.min(domain.max, Math.max(domain.min, value)),
              'aria-valuetext': [display.text, display.label].filter(Boolean).join(', '),
              'aria-label': series.name,
            }
          : { role: 'img', 'aria-label': `${series.name}: ${display.text}` })}
      >
        <GaugeArc
          radius={radius}
          value={hasValue ? value : undefined}
          color={color}
          domain={domain}
          thresholds={field?.thresholds ?? []}
        />
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
