import type { TimeRange } from './TimeRange.ts';

/**
 * A time range that is offered by name.
 *
 * @public
 */
export interface QuickTimeRange extends TimeRange {
  readonly label: string;
}

/**
 * The time ranges that a time range control offers, the short ones first.
 *
 * @public
 */
export const quickTimeRanges: readonly QuickTimeRange[] = [
  { from: 'now-5m', to: 'now', label: 'Last 5 minutes' },
  { from: 'now-15m', to: 'now', label: 'Last 15 minutes' },
  { from: 'now-30m', to: 'now', label: 'Last 30 minutes' },
  { from: 'now-1h', to: 'now', label: 'Last hour' },
  { from: 'now-3h', to: 'now', label: 'Last 3 hours' },
  { from: 'now-6h', to: 'now', label: 'Last 6 hours' },
  { from: 'now-12h', to: 'now', label: 'Last 12 hours' },
  { from: 'now-24h', to: 'now', label: 'Last 24 hours' },
  { from: 'now-2d', to: 'now', label: 'Last 2 days' },
  { from: 'now-7d', to: 'now', label: 'Last 7 days' },
  { from: 'now-30d', to: 'now', label: 'Last 30 days' },
  { from: 'now-90d', to: 'now', label: 'Last 90 days' },
  { from: 'now-1y', to: 'now', label: 'Last year' },
  { from: 'now/d', to: 'now', label: 'Today so far' },
  { from: 'now-1d/d', to: 'now-1d/d', label: 'Yesterday' },
  { from: 'now/w', to: 'now', label: 'This week so far' },
  { from: 'now-1w/w', to: 'now-1w/w', label: 'Previous week' },
  { from: 'now/M', to: 'now', label: 'This month so far' },
  { from: 'now-1M/M', to: 'now-1M/M', label: 'Previous month' },
];
