import type { Query, Widget } from '@glasspane/core';
import type { AnyWidgetDefinition } from './defineWidget.ts';
import { parseOptions } from './parseOptions.ts';

const none: readonly Query[] = [];

/** Returns the queries of a widget that its metrics answer: those of a widget that needs something else are its own matter. */
export function metricQueriesOf(widget: Widget, definition: AnyWidgetDefinition | undefined): readonly Query[] {
  const needs = definition?.needs;
  if (needs !== undefined && needs.length > 0 && !needs.includes('metrics')) return none;
  if (definition?.queries === undefined) return widget.queries;
  const parsed = parseOptions(definition.schema, widget.options);
  // What is wrong with the options is said in place of the view; nothing need be asked for that.
  return parsed.status === 'valid' ? definition.queries({ widget, options: parsed.options }) : none;
}
