import type { Matcher } from '@glasspane/promql/syntax';

/**
 * How the groups of a route are told.
 *
 * @public
 */
export interface RouteTimes {
  /** How long a new group waits for more alerts before it is told, in milliseconds. */
  readonly groupWaitMs: number;
  /** How often a group is looked at for changes, in milliseconds. */
  readonly groupIntervalMs: number;
  /** How long it takes until a group is told again of what it was told, in milliseconds. */
  readonly repeatIntervalMs: number;
}

/**
 * A node of the tree that decides who is told of an alert, with all that it inherits filled in.
 *
 * @public
 */
export interface Route extends RouteTimes {
  readonly receiver: string;
  /** An alert takes this route when it satisfies all of them; the root takes every alert. */
  readonly matchers: readonly Matcher[];
  /** Whether the routes beside it are asked too after it took an alert. */
  readonly shouldContinue: boolean;
  /** The labels whose values make a group; `'all'` gives each alert a group of its own. */
  readonly groupBy: readonly string[] | 'all';
  /** Asked first, in order; the node itself takes what none of them takes. */
  readonly routes: readonly Route[];
}
