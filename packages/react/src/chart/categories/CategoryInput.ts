import type { AbsoluteTimeRange, Reducer } from '@glasspane/core';
import type { Formatters } from '../createFormatters.ts';
import type { ChartSeriesInput } from '../toChartSeries.ts';

/** Where categories come from. `auto`: a column of text where a result has one, else the series. */
export type CategorySource = 'auto' | 'series' | 'column' | 'time';

/** What categories are made of, and how. */
export interface CategoryInput extends Formatters {
  readonly data: ChartSeriesInput;
  readonly source: CategorySource;
  /** How one value is made of a series. Left out: `last`; of what falls into a bucket of time, `mean`. */
  readonly reducer?: Reducer | undefined;
  /** The label that series have their category by. Left out: all labels. */
  readonly categoryBy?: string | undefined;
  /** The label that series have their group by. Left out: the query. */
  readonly groupBy?: string | undefined;
  /** The column of text. Left out: the first. */
  readonly column?: string | undefined;
  /** At most so many buckets of time. */
  readonly maxBuckets: number;
  /** At most so many groups over time. Left out: all. */
  readonly maxGroups?: number | undefined;
  readonly timeRange: AbsoluteTimeRange;
}
