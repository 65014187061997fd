import type {
  AbsoluteTimeRange,
  Backend,
  Capability,
  Frame,
  Notice,
  Query,
  VariableValues,
  Widget,
} from '@glasspane/core';
import type { ComponentType } from 'react';
import type { PointClick } from '../chart/interaction/PointClick.ts';
import type { ThemeColors } from '../theme/colorTokens.ts';
import type { WidgetMarks } from './WidgetMarks.ts';
import type { WidgetTable } from './WidgetTable.ts';

/**
 * What one query of a widget gave.
 *
 * @public
 */
export interface WidgetQueryResult {
  readonly query: Query;
  readonly frame: Frame;
  readonly notices: readonly Notice[];
}

/**
 * What a widget's view is given. It is only mounted with results of every visible query, and with a size.
 *
 * @public
 */
export interface WidgetViewProps<TOptions> {
  readonly widget: Widget;
  /** The widget's `options`, parsed by the definition's schema. */
  readonly options: TOptions;
  /** One result for each query that is not hidden, in their order. Same content, same reference. */
  readonly results: readonly WidgetQueryResult[];
  /** The time range that the results are for. */
  readonly timeRange: AbsoluteTimeRange;
  /** The room for the view in CSS pixels, both positive. */
  readonly width: number;
  readonly height: number;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  /** A new time range was chosen in the view: by dragging over the time axis. */
  onTimeRangeSelect?(range: AbsoluteTimeRange): void;
  /** The time range before the last one is wanted again: by a double click, or with a key. */
  onZoomBack?(): void;
  /** A mark was clicked, or taken with Enter. Left out: nobody listens. */
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
}

/**
 * What the picture of a widget is given: what its view is, and the colours of the file.
 *
 * @public
 */
export interface WidgetSvgProps<TOptions>
  extends Omit<WidgetViewProps<TOptions>, 'onTimeRangeSelect' | 'onZoomBack' | 'onPointClick'> {
  /** The colours of the theme by name, as they are in the file: `colors['series-1']`. */
  readonly colors: ThemeColors;
  /** What the definition's `askMarks` gave. */
  readonly marks?: WidgetMarks | undefined;
}

/**
 * What the table of a widget is made of.
 *
 * @public
 */
export interface WidgetTableInput<TOptions>
  extends Pick<WidgetViewProps<TOptions>, 'widget' | 'options' | 'results' | 'timeRange' | 'locale' | 'timeZone'> {}

/**
 * What a widget that asks for itself is given, for a file.
 *
 * @public
 */
export interface WidgetAskRequest<TOptions>
  extends Pick<WidgetViewProps<TOptions>, 'widget' | 'options' | 'timeRange'> {
  readonly backend: Backend;
  readonly variables: VariableValues;
  /** Ends the question: the file is not wanted any more. */
  readonly signal: AbortSignal;
}

/**
 * What a widget that shows more than its queries give is asked with, for a file.
 *
 * @public
 */
export interface WidgetMarksRequest<TOptions> extends WidgetAskRequest<TOptions> {
  /** The present moment of the file, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** The dashboard of the widget; left out: it is on none. */
  readonly dashboardId?: string | undefined;
}

/**
 * A schema by the Standard Schema protocol (https://standardschema.dev), version 1: zod, valibot, arktype and others have it.
 * It must answer at once, not with a promise.
 *
 * @public
 */
export interface OptionsSchema<TOptions> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => unknown;
    readonly types?: { readonly input: unknown; readonly output: TOptions } | undefined;
  };
}

/**
 * A kind of widget. The built-in ones are made by the same door as a host's own.
 *
 * @public
 */
export interface WidgetDefinition<TOptions> {
  /** The `type` of its widgets. */
  readonly type: string;
  /** What people call it: `Time series`. */
  readonly label: string;
  /** Parses a widget's `options` (an empty object where it has none). */
  readonly schema: OptionsSchema<TOptions>;
  /** What it needs of the backend. Left out: `metrics`, when the widget has queries. */
  readonly needs?: readonly Capability[] | undefined;
  /** How its queries are asked unless they say otherwise. Left out: as a range. */
  readonly queryMode?: 'range' | 'instant' | undefined;
  /**
   * Returns the queries that are asked of the metrics, where they are others than the widget's own: the same a day
   * earlier, or over several windows. Each has a `refId` of its own. Left out: the widget's.
   */
  readonly queries?: ((input: { readonly widget: Widget; readonly options: TOptions }) => readonly Query[]) | undefined;
  readonly View: ComponentType<WidgetViewProps<TOptions>>;
  /**
   * Asks for what `Svg` and `toTable` are given as results, where that is no metric. Results without a field are no data,
   * and a rejection is said in the file. Left out: what `needs` metrics is asked of them, and anything else has no results.
   */
  readonly ask?: ((request: WidgetAskRequest<TOptions>) => Promise<readonly WidgetQueryResult[]>) | undefined;
  /**
   * Asks for what `Svg` shows beside the results: annotations, exemplars. Left out: nothing. The view asks by itself, with
   * `useWidgetEnvironment`.
   */
  readonly askMarks?: ((request: WidgetMarksRequest<TOptions>) => Promise<WidgetMarks>) | undefined;
  /**
   * Draws the widget for exported pictures and documents: elements for the inside of an `<svg>`, in pixels from the upper
   * left corner, with all looks in attributes (there is no stylesheet). Colours may be the theme's custom properties, such
   * as `var(--gp-text)`. Left out: a picture is taken of the view in a browser, and elsewhere the file says that there is
   * none.
   */
  readonly Svg?: ComponentType<WidgetSvgProps<TOptions>> | undefined;
  /**
   * Makes the table that CSV files hold of the widget, and that is shown in place of its view when a viewer wants it. Left
   * out: files hold the columns of its results, and its view cannot be swapped.
   */
  readonly toTable?: ((input: WidgetTableInput<TOptions>) => WidgetTable) | undefined;
  /**
   * Whether the view is a table or text already. Left out: no, and viewers can swap the view by the table that `toTable`
   * makes.
   */
  readonly isTabular?: boolean | undefined;
}

/**
 * Any widget definition, its options not told.
 *
 * @public
 */
// biome-ignore lint/suspicious/noExplicitAny: a View takes its options as a parameter, so no other type holds all definitions
export type AnyWidgetDefinition = WidgetDefinition<any>;

/**
 * Returns the definition itself, its options typed by its schema.
 *
 * @public
 */
export function defineWidget<TOptions>(definition: WidgetDefinition<TOptions>): WidgetDefinition<TOptions> {
  return definition;
}
