import type { TooltipContent } from '../../chart/interaction/TooltipContent.ts';
import { formatTimeSpan } from '../../panels/formatTimeSpan.ts';
import type { PlacedSpan, StateRowsPlot } from './stateRowsPlot.ts';
import { stateShares } from './stateShares.ts';

const NO_SAMPLE = 'no data';

/** Returns what the tooltip of a span says: when it was, and for how long: `critical for 12 min`. */
export function spanTooltip(
  { row, state, startMs, endMs }: PlacedSpan,
  { times, locale, looks }: StateRowsPlot,
): TooltipContent {
  const look = state === undefined ? undefined : looks.get(state);
  return {
    title: `${times.format(startMs)} – ${times.format(endMs, 'second')}`,
    rows: [
      {
        key: row.series.key,
        name: row.series.name,
        value: `${look?.text ?? NO_SAMPLE} for ${formatTimeSpan(endMs - startMs, locale)}`,
        color: look?.fill,
      },
    ],
  };
}

/** Returns one sentence on what rows of states show. */
export function stateRowsSentence({ rows, range, times, looks }: StateRowsPlot): string {
  const span = `${times.format(range.startMs)} to ${times.format(range.endMs)}`;
  if (looks.size === 0) return `No values, ${span}.`;
  const states = [...new Set([...looks.values()].map(({ text }) => text))];
  const some = states.slice(0, 10).join(', ');
  return `${rows.length} series, ${span}, ${states.length} states: ${some}${states.length > 10 ? ' …' : ''}.`;
}

/** Returns the rows of the table that stands for the picture: a row for each series and state. */
export function stateTableRows({ rows, values, locale }: StateRowsPlot): readonly (readonly string[])[] {
  return stateShares(rows).map(({ name, state, share, durationMs, periods }) => [
    name,
    state?.text ?? NO_SAMPLE,
    values.format(share, { unit: 'percentunit', decimals: 1 }).text,
    formatTimeSpan(durationMs, locale),
    String(periods),
  ]);
}
