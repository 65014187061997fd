import type { Backend, Dashboard, ExportFormat, TimeRange, VariableValues } from '@glasspane/core';
import type { ThemeColors } from '../theme/colorTokens.ts';
import type { AnyWidgetDefinition } from '../widget/defineWidget.ts';
import type { ExportPlatform } from './ExportPlatform.ts';

/**
 * How far an export has come.
 *
 * @public
 */
export interface ExportProgress {
  /** What is being done: asking the backend, drawing the widgets, writing the file. */
  readonly phase: 'asking' | 'drawing' | 'writing';
  /** How many widgets, or pages, are done. */
  readonly done: number;
  readonly total: number;
}

/**
 * Options of {@link exportDashboard}.
 *
 * @public
 */
export interface ExportDashboardOptions {
  readonly dashboard: Dashboard;
  readonly format: ExportFormat;
  /** Where the data comes from. At most four of its queries run at once. */
  readonly backend: Backend;
  /** The place that the export runs in. */
  readonly platform: ExportPlatform;
  /** Left out: the dashboard's. */
  readonly timeRange?: TimeRange | undefined;
  /** Values of variables, over those of the dashboard. */
  readonly variables?: VariableValues | undefined;
  /**
   * The look of pictures and documents.
   *
   * @defaultValue 'light'
   */
  readonly theme?: 'light' | 'dark' | undefined;
  /** Colours over those of the theme, as hex or `rgb()`: a host's own. */
  readonly colors?: Partial<ThemeColors> | undefined;
  /** A BCP 47 locale; left out: that of the environment. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: that of the environment. */
  readonly timeZone?: string | undefined;
  /** Kinds of widgets besides the built-in ones; one of the same type replaces the built-in one. */
  readonly widgets?: readonly AnyWidgetDefinition[] | undefined;
  /** The present moment, in milliseconds since the epoch. Left out: now. */
  readonly nowMs?: number | undefined;
  /** Ends the export: it then rejects with a `CancelledError`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: ExportProgress) => void) | undefined;
  /** Hears of what is not in the file as it should be, such as characters without a font. The file says so too. */
  readonly onNotice?: ((message: string) => void) | undefined;
}

/**
 * Options of {@link exportWidget}.
 *
 * @public
 */
export interface ExportWidgetOptions extends ExportDashboardOptions {
  /** Which widget of the dashboard. */
  readonly widgetId: string;
}
