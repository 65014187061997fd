/**
 * What queries may use.
 *
 * @public
 */
export interface QueryLimits {
  /** How many samples one query may read and make. @defaultValue 50,000,000, as in Prometheus */
  readonly maxSamples?: number | undefined;
  /** How long one query may take, waiting included, in milliseconds. @defaultValue 2 minutes, as in Prometheus */
  readonly timeoutMs?: number | undefined;
  /** How many queries run at once; some more wait for their turn. @defaultValue 8 */
  readonly maxConcurrency?: number | undefined;
}

/** Limits with every choice made. */
export type EveryQueryLimit = { readonly [K in keyof QueryLimits]-?: number };

const DEFAULTS: EveryQueryLimit = {
  maxSamples: 50_000_000,
  timeoutMs: 120_000,
  // Each may hold as many samples in memory as one query may read.
  maxConcurrency: 8,
};

/** Returns the limits with the defaults for those that are left out. */
export function fillInLimits({ maxSamples, timeoutMs, maxConcurrency }: QueryLimits = {}): EveryQueryLimit {
  return {
    maxSamples: maxSamples ?? DEFAULTS.maxSamples,
    timeoutMs: timeoutMs ?? DEFAULTS.timeoutMs,
    maxConcurrency: maxConcurrency ?? DEFAULTS.maxConcurrency,
  };
}
