import type { FieldOptions } from '../dashboard/FieldOptions.ts';
import type { WidgetLayout } from '../dashboard/Widget.ts';
import type { Query } from '../query/Query.ts';
import type { TimeRange } from '../timeRange/TimeRange.ts';

/**
 * A widget as a program writes it down: only what it must say; the client adds the rest.
 *
 * @public
 */
export interface NewWidget {
  /**
   * The kind of widget: `timeSeries`, `stat`, `gauge`, `table`, `text`, or one that the host registered. `line_chart`,
   * `area_chart`, `line`, `area`, `chart` and `graph` mean `timeSeries`; `number`, `single_value` and `counter` mean
   * `stat`; `markdown` means `text`.
   */
  readonly type: string;
  readonly title: string;
  /** @defaultValue made of the title */
  readonly id?: string | undefined;
  readonly description?: string | undefined;
  /**
   * The metric to show. A counter is shown as its rate a second, a histogram as its 95th percentile, everything else as
   * it is. A metric that the backend does not know counts as a counter when its name ends with `_total`. Give `expr` or
   * `queries` for anything else.
   */
  readonly metric?: string | undefined;
  /** The query, in the backend's language: PromQL. */
  readonly expr?: string | undefined;
  readonly queries?: readonly Query[] | undefined;
  /** A duration up to now such as `24h`, or a time range. @defaultValue the dashboard's */
  readonly timeRange?: TimeRange | string | undefined;
  /** Left out, whole or in part: a size that suits the type, right of what is in the lowest row or below everything. */
  readonly layout?: Partial<WidgetLayout> | undefined;
  readonly field?: FieldOptions | undefined;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
}
