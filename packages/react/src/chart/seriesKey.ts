import type { NumberField } from '@glasspane/core';

/** Returns a text that is the same for the same series in each refresh and each widget. */
export function seriesKey(field: NumberField): string {
  return JSON.stringify([field.name, sortedLabels(field)]);
}

/**
 * Returns what a series has its colour by: its labels without the metric's name, so that one service has one colour in
 * the charts of its requests, errors and latency; its name where it has no labels.
 */
export function colorKey(field: NumberField): string {
  const labels = sortedLabels(field).filter(([name]) => name !== '__name__');
  return labels.length === 0 ? field.name : JSON.stringify(labels);
}

function sortedLabels(field: NumberField): readonly (readonly [string, string])[] {
  return Object.entries(field.labels).sort(([a], [b]) => (a < b ? -1 : 1));
}
