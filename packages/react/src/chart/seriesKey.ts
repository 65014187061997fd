import type { NumberField } from '@glasspane/core';

/** Returns a text that is the same for the same series in each refresh and each widget. */
export function seriesKey(field: NumberField): string {
  const labels = Object.entries(field.labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([field.name, labels]);
}
