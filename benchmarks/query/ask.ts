import type { BenchmarkQuery } from './queries.ts';

/** An answer, and how long it took. */
export interface Answer {
  /** Milliseconds from the request to the last byte. */
  readonly elapsedMs: number;
  readonly seriesCount: number;
  /** The sum of all values that are numbers: equal data give an equal sum. */
  readonly sum: number;
}

type Value = readonly [time: number, value: string];

interface ApiResponse {
  readonly status: string;
  readonly error?: string;
  readonly data?: { readonly result: readonly { readonly value?: Value; readonly values?: readonly Value[] }[] };
}

/**
 * Asks one server.
 *
 * @param endMs - The end of the range, or the moment of an instant query.
 */
export async function ask(
  url: string,
  { expr, rangeSeconds, stepSeconds }: BenchmarkQuery,
  endMs: number,
): Promise<Answer> {
  const end = endMs / 1000;
  const isRange = rangeSeconds !== undefined && stepSeconds !== undefined;
  const parameters: Record<string, string> = isRange
    ? { query: expr, start: String(end - rangeSeconds), end: String(end), step: String(stepSeconds) }
    : { query: expr, time: String(end) };
  const address = `${url}/api/v1/${isRange ? 'query_range' : 'query'}?${new URLSearchParams(parameters)}`;
  const start = performance.now();
  const response = await fetch(address);
  const text = await response.text();
  const elapsedMs = performance.now() - start;
  const { status, error, data }: ApiResponse = JSON.parse(text);
  if (status !== 'success' || data === undefined) throw new Error(`${url} refuses ${expr}: ${error}`);
  const values = data.result.flatMap(({ value, values: list = [] }) => (value === undefined ? list : [value]));
  const sum = values.reduce((total, [, value]) => total + (Number.isFinite(Number(value)) ? Number(value) : 0), 0);
  return { elapsedMs, seriesCount: data.result.length, sum };
}
