import type { Clock } from '@glasspane/core';
import { type LogqlQuery, parseLogql, parseStreamSelector } from '@glasspane/core/logs';
import { ApiError } from '../../http/ApiError.ts';
import type { ApiHandler } from '../../http/ApiHandler.ts';
import { parseGoInt } from '../../http/goNumbers.ts';
import { parseDuration } from '../../http/parseTime.ts';
import type { RequestForm } from '../../http/RequestForm.ts';
import { messageOf } from '../../store/storeErrors.ts';
import type { DuckDbLogs } from '../DuckDbLogs.ts';
import type { LogLimits } from '../LogLimits.ts';
import { calculate } from './calculate.ts';
import { encodeStreams } from './encodeStreams.ts';
import { parseLokiTime } from './lokiTime.ts';

/** What the handlers stand on. */
export interface LogQueryOptions {
  readonly logs: Pick<DuckDbLogs, 'search' | 'streams'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly limits: LogLimits;
}

/** The handlers of Loki's query API. */
export interface LogQueryHandlers {
  readonly queryRange: ApiHandler;
  readonly query: ApiHandler;
  readonly labels: ApiHandler;
  readonly labelValues: ApiHandler;
  readonly series: ApiHandler;
}

const DEFAULT_LIMIT = 100;
const HOUR_NS = 3_600_000_000_000n;
/** Loki looks back so far for labels where the request does not say it. */
const LABEL_WINDOW_NS = 6n * HOUR_NS;
const MS = 1_000_000n;

/** Makes the handlers of Loki's query API. They throw errors whose message is the answer. */
export function createQueryHandlers({ logs, clock, limits }: LogQueryOptions): LogQueryHandlers {
  const rangeOf = (form: RequestForm, windowNs: bigint): { readonly startNs: bigint; readonly endNs: bigint } => {
    const endNs = timeOf(form, 'end') ?? BigInt(clock.now()) * MS;
    const since = form.get('since');
    const backNs = since === '' ? windowNs : BigInt(Math.round(durationOf(since))) * MS;
    const startNs = timeOf(form, 'start') ?? endNs - backNs;
    if (endNs < startNs) throw new ApiError('bad_data', 'end timestamp must not be before or equal to start time');
    return { startNs, endNs };
  };
  return {
    async queryRange({ form, signal }) {
      const text = form.get('query');
      const range = rangeOf(form, HOUR_NS);
      const search = { ...range, query: toQuery(text), limit: limitOf(form, limits), direction: directionOf(form) };
      return { json: encodeStreams(await logs.search(search, signal)) };
    },
    query({ form }) {
      const text = form.get('query');
      const nowMs = Number((timeOf(form, 'time') ?? BigInt(clock.now()) * MS) / MS);
      const calculated = calculate(text, nowMs);
      if (calculated !== undefined) return calculated;
      toQuery(text);
      throw new ApiError(
        'bad_data',
        'log queries are not supported as an instant query type, please change your query to a range query type',
      );
    },
    async labels({ form, signal }) {
      const streams = await logs.streams(rangeOf(form, LABEL_WINDOW_NS), selectorOf(form.get('query')), signal);
      return listOf(streams.flatMap(({ labels }) => Object.keys(labels)));
    },
    async labelValues({ form, name, signal }) {
      const streams = await logs.streams(rangeOf(form, LABEL_WINDOW_NS), selectorOf(form.get('query')), signal);
      return listOf(streams.flatMap(({ labels }) => (Object.hasOwn(labels, name) ? [labels[name] ?? ''] : [])));
    },
    async series({ form, signal }) {
      const range = rangeOf(form, LABEL_WINDOW_NS);
      const texts = [...form.all('match[]'), ...form.all('match')];
      const selectors = texts.length === 0 ? [[]] : texts.map(selectorOf);
      const found = await Promise.all(selectors.map((matchers) => logs.streams(range, matchers, signal)));
      return { json: JSON.stringify(Array.from(new Set(found.flat()), ({ labels }) => labels)) };
    },
  };
}

function toQuery(text: string): LogqlQuery {
  if (text === '') throw new ApiError('bad_data', 'no query: give one such as query={app="api"}');
  return parseLogql(text);
}

function selectorOf(text: string): LogqlQuery['matchers'] {
  return text === '' || text === '{}' ? [] : parseStreamSelector(text);
}

function listOf(texts: readonly string[]): { readonly json: string } {
  return { json: JSON.stringify([...new Set(texts)].sort()) };
}

function timeOf(form: RequestForm, name: string): bigint | undefined {
  const text = form.get(name);
  if (text === '') return undefined;
  try {
    return parseLokiTime(text);
  } catch (error) {
    throw new ApiError('bad_data', `invalid ${name}: ${messageOf(error)}`);
  }
}

function durationOf(text: string): number {
  try {
    return parseDuration(text);
  } catch (error) {
    throw new ApiError('bad_data', `invalid since: ${messageOf(error)}`);
  }
}

function limitOf(form: RequestForm, { maxQueryLines }: LogLimits): number {
  const text = form.get('limit');
  let limit = DEFAULT_LIMIT;
  try {
    if (text !== '') limit = parseGoInt(text);
  } catch (error) {
    throw new ApiError('bad_data', `invalid limit: ${messageOf(error)}`);
  }
  if (limit <= 0) throw new ApiError('bad_data', 'limit must be a positive value');
  if (limit > maxQueryLines) {
    throw new ApiError(
      'bad_data',
      `max entries limit per query exceeded, limit > max_entries_limit_per_query (${limit} > ${maxQueryLines})`,
    );
  }
  return limit;
}

function directionOf(form: RequestForm): 'forward' | 'backward' {
  const text = form.get('direction').toLowerCase();
  if (text === '' || text === 'backward') return 'backward';
  if (text === 'forward') return 'forward';
  throw new ApiError('bad_data', `invalid direction ${JSON.stringify(text)}; give forward or backward`);
}
