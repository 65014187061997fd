import type { Labels, Matcher } from '@glasspane/core';

/** A matcher as it is being written. */
export interface MatcherDraft extends Matcher {
  /** Tells it from others while it is edited. */
  readonly key: number;
}

/** The operators of matchers, and how they are read. */
export const matcherOperators: readonly (readonly [Matcher['operator'], string])[] = [
  ['=', '='],
  ['!=', '!='],
  ['=~', '=~'],
  ['!~', '!~'],
];

/** Returns matchers that an alert of these labels satisfies. */
export function matchersOfLabels(labels: Labels): readonly Matcher[] {
  return Object.entries(labels)
    .sort(([a], [b]) => Number(b === 'alertname') - Number(a === 'alertname') || a.localeCompare(b))
    .map(([name, value]) => ({ name, operator: '=', value }));
}

/** Returns what is wrong with matchers, the first thing only. */
export function faultOfMatchers(matchers: readonly Matcher[]): string | undefined {
  if (matchers.length === 0) return 'Add at least one matcher: a silence of everything is not allowed.';
  const nameless = matchers.find(({ name }) => name.trim() === '');
  if (nameless !== undefined) return `Name the label of the matcher “${nameless.operator} ${nameless.value}”.`;
  // The regular expressions among them are judged by the backend, whose syntax counts.
  if (matchers.every(matchesEmptyText)) return 'At least one matcher needs a value that is not empty.';
  return undefined;
}

function matchesEmptyText({ operator, value }: Matcher): boolean {
  if (operator === '=' || operator === '=~') return value === '';
  return value !== '' || operator === '!~';
}

/** Writes matchers as PromQL does: `{a="b", c=~"d.*"}`. */
export function printMatchers(matchers: readonly Matcher[]): string {
  return `{${matchers.map(({ name, operator, value }) => `${name}${operator}${JSON.stringify(value)}`).join(', ')}}`;
}
