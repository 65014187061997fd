import type { Random } from './Random.ts';

/**
 * How equal the values of an expression are between two servers that compute correctly.
 *
 * - `grid`: the same bits, and multiples of 1/4096 besides (or not finite), so that they add up exactly in any order;
 * - `exact`: the same bits;
 * - `close`: up to rounding. Nothing that jumps (comparisons, `floor`) or cancels (`-`) may be computed from them, or
 *   their last bits would decide.
 */
export type Grade = 'grid' | 'exact' | 'close';

/** Where in a query an expression stands, and what is asked of it. */
export interface Place {
  readonly random: Random;
  /** How deep it may be nested. */
  readonly depth: number;
  readonly grade: Grade;
  /** The milliseconds within a second (or half of one) of the times at which it is evaluated: 0 or 7. */
  readonly phaseMs: number;
  /** The same of the whole query, which `@ start()` and `@ end()` speak of. */
  readonly queryPhaseMs: number;
  /** The start of the data. */
  readonly startMs: number;
  /** Makes an expression that gives a vector, for this place or another. */
  readonly vector: Make;
}

/** Makes an expression. */
export type Make = (place: Place) => string;

/** Makes an expression that gives a vector. */
export const randomVector: Make = (place) => place.vector(place);

/** Returns the place of an operand. */
export function within(place: Place, grade: Grade = place.grade): Place {
  return { ...place, depth: place.depth - 1, grade };
}

const rank: Readonly<Record<Grade, number>> = { close: 0, exact: 1, grid: 2 };

/** Returns the place of an operand that must be at least so equal. */
export function atLeast(place: Place, grade: Grade): Place {
  return within(place, rank[grade] > rank[place.grade] ? grade : place.grade);
}
