import { useMemo, useState } from 'react';
import type { LegendItem } from './LegendItem.ts';
import { type LegendLayout, type LegendLayoutOptions, legendLayout } from './legendLayout.ts';

/** What {@link useLegendLayout} lays out. */
export interface UseLegendLayoutOptions extends LegendLayoutOptions {
  readonly items: readonly LegendItem[];
}

/**
 * Returns where the legend stands. While the chart and its series stay as they are it only ever grows, or the plot would
 * jump whenever a new value is a little longer or shorter than the one before.
 */
export function useLegendLayout({ placement, items, width, height, columns }: UseLegendLayoutOptions): LegendLayout {
  const fresh = useMemo(
    () => legendLayout({ placement, items, width, height, columns }),
    [placement, items, width, height, columns],
  );
  const owner = useMemo(
    () => JSON.stringify([placement, width, height, columns, items.map(({ key }) => key)]),
    [placement, width, height, columns, items],
  );
  const [kept, setKept] = useState({ owner, layout: fresh });
  const isKept = kept.owner === owner && kept.layout.placement === fresh.placement && kept.layout.size >= fresh.size;
  if (!isKept) setKept({ owner, layout: fresh });
  return isKept ? kept.layout : fresh;
}
