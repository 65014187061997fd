import type { Query, Widget } from '@glasspane/core';
import type { AnyWidgetDefinition } from './defineWidget.ts';

const none: readonly Query[] = [];

/** Returns the queries of a widget that its metrics answer: those of a widget that needs something else are its own matter. */
export function metricQueriesOf(widget: Widget, definition: AnyWidgetDefinition | undefined): readonly Query[] {
  const needs = definition?.needs;
  return needs === undefined || needs.length === 0 || needs.includes('metrics') ? widget.queries : none;
}
