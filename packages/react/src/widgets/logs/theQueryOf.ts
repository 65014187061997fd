import type { Query, Widget } from '@glasspane/core';

/** Returns the query of a logs widget; left out where it has none, or more than one. */
export function theQueryOf({ queries }: Widget): Query | undefined {
  const [query, second] = queries.filter(({ isHidden }) => isHidden !== true);
  return second === undefined ? query : undefined;
}
