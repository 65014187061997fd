import type { Labels } from '@glasspane/promql/syntax';

/**
 * Returns a text that two label sets share exactly when they are the same: the identity of a series.
 *
 * @public
 */
export function labelsKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
