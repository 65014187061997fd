import { parseDurationMs } from '@glasspane/promql/syntax';

/**
 * Returns the milliseconds of a span of time as PromQL writes it (`5m`, `1h30m`, `1d`), or `undefined` where the text is none or
 * means nothing at all.
 *
 * @public
 */
export function parseSpanMs(text: string): number | undefined {
  const spanMs = parseDurationMs(text);
  return spanMs === undefined || spanMs <= 0 ? undefined : spanMs;
}
