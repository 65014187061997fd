import { type Clock, GlasspaneError, type LogEntry, type LogSource } from '@glasspane/core';
import { createJsonClient, type JsonClientOptions } from '../internal/jsonApi/JsonClient.ts';
import { createHttpTransport, type RequestParams } from '../internal/prometheusApi/HttpTransport.ts';
import { asRecord } from '../internal/prometheusApi/json.ts';
import { systemClock } from '../internal/systemClock.ts';
import { decodeStreams, decodeTexts } from './decodeLogs.ts';
import { LogTailConnection } from './LogTailConnection.ts';
import { lokiApi } from './lokiApi.ts';

/** Options of {@link createServerLogs}. */
export interface ServerLogsOptions extends JsonClientOptions {
  /** The time and timers of live tails. @defaultValue the platform's */
  readonly clock?: Clock | undefined;
}

/** The most lines that the server gives at once. */
const MAX_LIMIT = 5000;

/**
 * Makes the logs of a `glasspane-server`: Loki's API, and the server's live tail. Each follower has a connection of its
 * own, which reconnects by itself.
 */
export function createServerLogs(options: ServerLogsOptions): LogSource {
  const client = createJsonClient(options, lokiApi);
  const transport = createHttpTransport(options);
  const clock = options.clock ?? systemClock;

  async function ask(path: string, params: RequestParams, signal: AbortSignal | undefined): Promise<unknown> {
    const answer = asRecord(await client.ask({ method: 'GET', api: lokiApi.path, path, params }, signal));
    if (answer?.status !== 'success') throw lokiApi.badResponse('its status is not "success"');
    return answer.data;
  }

  return {
    async query({ expr, startMs, endMs, limit, direction = 'backward' }, signal) {
      const count = Math.min(MAX_LIMIT, limit);
      const params = [['query', expr], ...rangeOf(startMs, endMs), ['limit', String(count)], ['direction', direction]];
      try {
        return sorted(decodeStreams(await ask('query_range', params as RequestParams, signal)), direction);
      } catch (error) {
        throw asBadQuery(error);
      }
    },
    labelNames: async ({ startMs, endMs }, signal) => decodeTexts(await ask('labels', rangeOf(startMs, endMs), signal)),
    labelValues: async (name, { startMs, endMs }, signal) =>
      decodeTexts(await ask(`label/${encodeURIComponent(name)}/values`, rangeOf(startMs, endMs), signal)),
    tail(subscription) {
      const connection = new LogTailConnection({ transport, clock, random: Math.random, subscription });
      connection.start();
      return () => connection.stop();
    },
  };
}

function rangeOf(startMs: number, endMs: number): (readonly [string, string])[] {
  return [
    ['start', nanoseconds(startMs)],
    ['end', nanoseconds(endMs)],
  ];
}

/** What lies beyond is as good as no bound, and the server's numbers have 64 bits. */
const MAX_MS = 9e12;

function nanoseconds(timeMs: number): string {
  const bounded = Math.min(MAX_MS, Math.max(0, timeMs));
  // A number of few digits would be taken for seconds.
  return bounded < 1e4 ? (bounded / 1000).toFixed(6) : String(BigInt(Math.round(bounded * 1000)) * 1000n);
}

/** The lines of each stream come in order; those of all together are to. */
function sorted(entries: readonly LogEntry[], direction: 'forward' | 'backward'): readonly LogEntry[] {
  const sign = direction === 'forward' ? 1 : -1;
  return [...entries].sort((a, b) => (a.timeNs === b.timeNs ? 0 : a.timeNs < b.timeNs ? -sign : sign));
}

function asBadQuery(error: unknown): unknown {
  if (!(error instanceof GlasspaneError) || error.code !== 'invalid') return error;
  return new GlasspaneError('bad_query', `The backend refuses the query: ${error.message}`, { cause: error });
}
