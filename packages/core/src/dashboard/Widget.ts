import type { Query } from '../query/Query.ts';
import type { TimeRange } from '../timeRange/TimeRange.ts';
import type { FieldOptions } from './FieldOptions.ts';
import type { FieldOverride } from './FieldOverride.ts';

/**
 * Where a widget stands on the dashboard's grid of 24 columns.
 *
 * @public
 */
export interface WidgetLayout {
  /** Columns from the left, 0 to 23. */
  readonly x: number;
  /** Rows from the top. */
  readonly y: number;
  /** Width in columns, 1 to 24. */
  readonly w: number;
  /** Height in rows, at least 1. */
  readonly h: number;
}

/**
 * One step that makes other results of results. Its `type` says which; the rest is parsed by it (`@glasspane/core/transform`).
 *
 * @public
 */
export interface WidgetTransformation {
  readonly type: string;
  readonly [option: string]: unknown;
}

/**
 * One tile of a dashboard.
 *
 * @public
 */
export interface Widget {
  /** Unique within the dashboard. */
  readonly id: string;
  /**
   * The kind of widget: one that the host registered, or a built-in one: `timeSeries`, `stat`, `gauge`, `barGauge`, `barChart`,
   * `topList`, `pie`, `treemap`, `histogram`, `heatmap`, `stateTimeline`, `statusHistory`, `slo`, `cost`, `table`, `text`, `logs`.
   */
  readonly type: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly layout: WidgetLayout;
  readonly queries: readonly Query[];
  /** How values are shown: unit, decimals, thresholds … */
  readonly field?: FieldOptions | undefined;
  /** Some series that are shown in another way. */
  readonly overrides?: readonly FieldOverride[] | undefined;
  /** What is made of the results before they are shown, one step after the other. */
  readonly transformations?: readonly WidgetTransformation[] | undefined;
  /** What only this type of widget knows; parsed by the type's own schema. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** A time range of its own instead of the dashboard's. */
  readonly timeRange?: TimeRange | undefined;
}
