import { type Agent, get, type IncomingMessage } from 'node:http';
import type { BenchmarkQuery } from './queries.ts';

/** How a server is asked. */
export interface Asking {
  readonly url: string;
  readonly agent: Agent;
  readonly encoding: 'identity' | 'gzip';
  /** More parameters of the request. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** An answer as it came, and how long it took. */
export interface RawAnswer {
  /** Milliseconds from the request to the last byte. */
  readonly elapsedMs: number;
  readonly body: Buffer;
  /** The header `content-encoding`. */
  readonly encoding: string | undefined;
}

/**
 * Asks one server one query. What is in the answer is not looked at: that is not the server's time.
 *
 * @param endMs - The end of the range, or the moment of an instant query.
 */
export function ask(
  { url, agent, encoding, parameters }: Asking,
  query: BenchmarkQuery,
  endMs: number,
): Promise<RawAnswer> {
  const address = `${url}${pathOf(query, endMs, parameters)}`;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const onResponse = (response: IncomingMessage): void => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const elapsedMs = performance.now() - start;
        const body = Buffer.concat(chunks);
        const { statusCode, headers } = response;
        if (statusCode === 200) resolve({ elapsedMs, body, encoding: headers['content-encoding'] });
        else reject(new Error(`${query.expr}: HTTP ${statusCode} from ${address}: ${body.toString('utf8', 0, 500)}`));
      });
    };
    get(address, { agent, headers: { 'accept-encoding': encoding } }, onResponse).on('error', reject);
  });
}

function pathOf(
  { expr, hours, stepSeconds }: BenchmarkQuery,
  endMs: number,
  more: Readonly<Record<string, string>>,
): string {
  const end = endMs / 1000;
  const time =
    hours === 0 ? { time: `${end}` } : { start: `${end - hours * 3600}`, end: `${end}`, step: `${stepSeconds}` };
  return `/api/v1/${hours === 0 ? 'query' : 'query_range'}?${new URLSearchParams({ query: expr, ...time, ...more })}`;
}
