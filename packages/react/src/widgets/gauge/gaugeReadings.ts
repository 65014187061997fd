import {
  absoluteThresholds,
  type DisplayValue,
  displayValue,
  type ResolvedFieldOptions,
  type Threshold,
  type ValueFormatter,
} from '@glasspane/core';
import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { themeColor } from '../../theme/themeColor.ts';
import type { TileSeries } from '../tiles/useTileSeries.ts';
import { type GaugeDomain, gaugeDomain } from './gaugeDomain.ts';

/** A value between two ends. */
export interface GaugeReading {
  readonly series: ChartSeries;
  /** Left out: there is none. */
  readonly value: number | undefined;
  readonly display: DisplayValue;
  readonly domain: GaugeDomain;
  /** As values of the domain. */
  readonly thresholds: readonly Threshold[];
  /** The CSS colour of the value. */
  readonly color: string;
}

/**
 * Returns the values of series between their ends. Series of one unit have the same ends, so that they can be compared; what
 * is judged by percents or by a scale is judged by the ends.
 */
export function gaugeReadings(tiles: readonly TileSeries[], formatter: ValueFormatter): readonly GaugeReading[] {
  const values = new Map<string | undefined, (number | undefined)[]>();
  for (const { series, value } of tiles) {
    const unit = series.options?.unit;
    const known = values.get(unit);
    if (known === undefined) values.set(unit, [value]);
    else known.push(value);
  }
  // Nearly all series share their options, and so their ends.
  const domains = new Map<ResolvedFieldOptions | undefined, GaugeDomain>();
  const domainOf = (options: ResolvedFieldOptions | undefined): GaugeDomain => {
    const domain = domains.get(options) ?? gaugeDomain(options, values.get(options?.unit) ?? [], formatter);
    domains.set(options, domain);
    return domain;
  };
  return tiles.map(({ series, value, display }) => {
    const { options } = series;
    const domain = domainOf(options);
    const field = options === undefined ? undefined : { ...options, extent: domain };
    const isJudgedByEnds = options?.thresholdsMode === 'percent' || options?.color?.by === 'scale';
    const shown = isJudgedByEnds ? { ...display, ...judged(displayValue(value, field, formatter)) } : display;
    return {
      series,
      value: value === undefined || Number.isNaN(value) ? undefined : value,
      display: shown,
      domain,
      thresholds: absoluteThresholds(field) ?? [],
      color: shown.color === undefined ? series.color : themeColor(shown.color),
    };
  });
}

function judged({ color, label }: DisplayValue): Pick<DisplayValue, 'color' | 'label'> {
  return { color, label };
}
