/**
 * One step of a ladder of units: `{ factor: 1024, suffix: 'KiB' }`.
 *
 * @public
 */
export interface Rung {
  /** How many base units it holds. */
  readonly factor: number;
  readonly suffix: string;
  /** Tick steps that people expect in this unit, ascending; left out: 1, 2, 5 and their powers of ten. */
  readonly steps?: readonly number[] | undefined;
}

/**
 * How the values of a unit are written.
 *
 * @public
 */
export type UnitDefinition =
  /** The number as it is; the suffix, if any, after a space unless `isTight`. */
  | { readonly kind: 'plain'; readonly suffix: string; readonly isTight?: boolean; readonly prefix?: string }
  /** Shortened by the locale's own words: `1.2K req/s`. */
  | { readonly kind: 'compact'; readonly suffix: string }
  /** Scaled to the rung that fits. The rungs ascend; `inFactor` is what one of the given unit holds in base units. */
  | { readonly kind: 'ladder'; readonly rungs: readonly Rung[]; readonly inFactor: number }
  /** A share; `factor` makes it one of 1. */
  | { readonly kind: 'percent'; readonly factor: number }
  | { readonly kind: 'currency'; readonly code: string }
  /** Days, hours, minutes and seconds: `3d 4h 5m`; `factor` makes it seconds. */
  | { readonly kind: 'composedDuration'; readonly factor: number }
  /** In a way of its own; the value is finite. */
  | { readonly kind: 'text'; readonly write: (value: number) => string }
  /** One of two words. */
  | { readonly kind: 'choice'; readonly zero: string; readonly other: string }
  /** A moment, in milliseconds since the epoch. */
  | { readonly kind: 'dateTime' }
  | { readonly kind: 'scientific' }
  | { readonly kind: 'hexadecimal'; readonly prefix: string };
