import type { FieldOptions, ValueFormatter } from '@glasspane/core';
import type { ReactElement } from 'react';
import { seriesColor, themeColor } from '../../theme/themeColor.ts';
import { FormattedText } from '../tiles/FormattedText.tsx';
import { fitFontSize } from '../tiles/fitFontSize.ts';
import type { TileSeries } from '../tiles/useTileSeries.ts';
import { GaugeArc } from './GaugeArc.tsx';
import type { GaugeDomain } from './gaugeDomain.ts';

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

const NAME_HEIGHT = 18;
const END_HEIGHT = 16;
// A circle whose lowest third is open is this high by its radius.
const HEIGHT_BY_RADIUS = 1.5;

/** One value on an arc, with the thresholds along it. */
export function GaugeTile(props: GaugeTileProps): ReactElement {
  const { tile, domain, field, width, height, hasName } = props;
  const { series, value, display } = tile;
  const arcHeight = height - (hasName ? NAME_HEIGHT : 0);
  const hasEndLabels = props.hasEndLabels && Math.min(width / 2, (arcHeight - END_HEIGHT) / HEIGHT_BY_RADIUS) >= 44;
  const dialHeight = arcHeight - (hasEndLabels ? END_HEIGHT : 0);
  const radius = Math.max(8, Math.min(width / 2, dialHeight / HEIGHT_BY_RADIUS) - 2);
  const color = display.color === undefined ? seriesColor(series.colorIndex) : themeColor(display.color);
  const hasValue = value !== undefined && !Number.isNaN(value);
  const fontSize = fitFontSize(display.text, radius * 1.25, Math.min(radius * 0.5, 128));
  const name = hasName ? series.name : undefined;
  // Decimals are for the value; round ends need none.
  const ends = [domain.min, domain.max].map(
    (end) => props.formatter.format(end, { ...field, decimals: undefined }).text,
  );
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
