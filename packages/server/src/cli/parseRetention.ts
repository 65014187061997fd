import { parseDurationMs } from '@glasspane/promql/syntax';
import { UsageError } from './UsageError.ts';

/**
 * Reads how long samples are kept, in milliseconds.
 *
 * @throws {@link UsageError} When that is no duration.
 */
export function parseRetention(text: string): number {
  const retentionMs = parseDurationMs(text);
  if (retentionMs !== undefined && retentionMs > 0) return retentionMs;
  throw new UsageError(`--retention ${text} is no duration; give one such as 12h or 30d`);
}
