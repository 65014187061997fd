import type { ValueFormatter } from '@glasspane/core';
import { useMemo } from 'react';
import type { ChartSeries } from './ChartSeries.ts';
import type { LegendItem } from './LegendItem.ts';
import type { LegendSettings } from './LegendOptions.ts';
import { legendColumns, legendItems } from './legendItems.ts';
import type { LegendLayout } from './legendLayout.ts';
import { useLegendLayout } from './useLegendLayout.ts';

/** What a legend is made of. */
export interface UseChartLegendOptions {
  readonly series: readonly ChartSeries[];
  readonly legend: LegendSettings;
  readonly values: ValueFormatter;
  readonly width: number;
  readonly height: number;
}

/** What a legend says, and where it stands. */
export interface ChartLegendResult {
  readonly items: readonly LegendItem[];
  readonly layout: LegendLayout;
}

/** Returns the legend of a chart; the same entries while the series and the settings say the same. */
export function useChartLegend({ series, legend, values, width, height }: UseChartLegendOptions): ChartLegendResult {
  const { placement, mode } = legend;
  const reducers = legend.values.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: settings are made at every render; what they say counts
  const settings = useMemo(() => legend, [placement, mode, reducers]);
  const items = useMemo(
    () => (placement === 'none' ? NO_ITEMS : legendItems(series, settings, values)),
    [placement, series, settings, values],
  );
  const columns = useMemo(() => legendColumns(settings), [settings]);
  return { items, layout: useLegendLayout({ placement, items, width, height, columns }) };
}

const NO_ITEMS: readonly LegendItem[] = [];
