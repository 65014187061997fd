import { parseDurationMs } from '@glasspane/promql/syntax';
import type { QueryLimits } from '../http/QueryLimits.ts';
import { UsageError } from './UsageError.ts';

/** What the command line says of queries. */
export interface QueryLimitTexts {
  readonly maxSamples: string | undefined;
  readonly timeout: string | undefined;
  readonly maxConcurrency: string | undefined;
}

// What a timer can hold, which is about 24 days.
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * Reads what queries may use.
 *
 * @throws {@link UsageError} When it is no such limit.
 */
export function parseQueryLimits({ maxSamples, timeout, maxConcurrency }: QueryLimitTexts): QueryLimits {
  return {
    maxSamples: parseCount('--query-max-samples', maxSamples),
    timeoutMs: parseTimeout(timeout),
    maxConcurrency: parseCount('--query-max-concurrency', maxConcurrency),
  };
}

function parseCount(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count;
  throw new UsageError(`${option} ${text} is no number of them; give a whole number from 1 on`);
}

function parseTimeout(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const timeoutMs = parseDurationMs(text);
  if (timeoutMs !== undefined && timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS) return timeoutMs;
  throw new UsageError(`--query-timeout ${text} is no time for a query; give one from 1ms to 24d, such as 2m`);
}
