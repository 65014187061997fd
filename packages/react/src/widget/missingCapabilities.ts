import type { Backend, Capability, Widget } from '@glasspane/core';
import type { AnyWidgetDefinition, WidgetQueryResult } from './defineWidget.ts';

/** Returns what a widget needs that its backend does not have. */
export function missingCapabilities(
  widget: Widget,
  definition: AnyWidgetDefinition,
  backend: Backend,
): readonly Capability[] {
  const needs = definition.needs ?? (widget.queries.length > 0 ? (['metrics'] as const) : []);
  return needs.filter((capability) => backend[capability] === undefined);
}

/** Returns whether queries were asked and none of them gave a series. */
export function isEmpty(results: readonly WidgetQueryResult[]): boolean {
  return results.length > 0 && results.every(({ frame }) => frame.fields.every(({ kind }) => kind === 'time'));
}
