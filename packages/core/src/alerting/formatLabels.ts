import { type Labels, type Matcher, quoteString } from '@glasspane/promql/syntax';

/**
 * Writes labels as Prometheus does, by name: `{alertname="x", job="y"}`.
 *
 * @public
 */
export function formatLabels(labels: Labels): string {
  const pairs = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([name, value]) => `${name}=${quoteString(value)}`).join(', ')}}`;
}

/** Writes matchers as Alertmanager does: `{team="a",zone=~"b|c"}`. */
export function formatMatchers(matchers: readonly Matcher[]): string {
  return `{${matchers.map(({ name, operator, value }) => `${name}${operator}${quoteString(value)}`).join(',')}}`;
}
