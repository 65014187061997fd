import type { AbsoluteTimeRange, Capability, Frame, Notice, Query, Widget } from '@glasspane/core';
import type { ComponentType } from 'react';

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
  readonly View: ComponentType<WidgetViewProps<TOptions>>;
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
