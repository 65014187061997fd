import type { Labels } from '@glasspane/promql';
import type { Question } from './randomQuery.ts';

/** A value as the API writes it. */
type Point = readonly [seconds: number, value: string];

/** One series of an answer: `value` of an instant vector, `values` of a matrix. */
export interface AnsweredSeries {
  readonly metric: Labels;
  readonly value?: Point | undefined;
  readonly values?: readonly Point[] | undefined;
}

/** The answer of a server to a query. */
export interface Answer {
  readonly status: 'success' | 'error';
  readonly errorType?: string | undefined;
  readonly error?: string | undefined;
  readonly data?:
    | { readonly resultType: 'vector' | 'matrix'; readonly result: readonly AnsweredSeries[] }
    | { readonly resultType: 'scalar' | 'string'; readonly result: Point }
    | undefined;
  readonly warnings?: readonly string[] | undefined;
  readonly infos?: readonly string[] | undefined;
}

const seconds = (timeMs: number): string => (timeMs / 1000).toFixed(3);

/** Asks a server over HTTP. */
export async function askServer(url: string, { query, startMs, range }: Question): Promise<Answer> {
  const when: Readonly<Record<string, string>> =
    range === undefined
      ? { time: seconds(startMs) }
      : { start: seconds(startMs), end: seconds(range.endMs), step: seconds(range.stepMs) };
  const response = await fetch(`${url}/api/v1/${range === undefined ? 'query' : 'query_range'}`, {
    method: 'POST',
    body: new URLSearchParams({ query, ...when }),
  });
  return (await response.json()) as Answer;
}
