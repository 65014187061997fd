import type { LogEntry } from '@glasspane/core';
import { asArray, asRecord } from '../internal/prometheusApi/json.ts';
import { lokiApi } from './lokiApi.ts';
import { parseJson } from './parseJson.ts';

/** Reads the `data` of a Loki answer of streams. @throws {@link GlasspaneError} `bad_response` when it is none. */
export function decodeStreams(data: unknown): readonly LogEntry[] {
  const { resultType, result } = asRecord(data) ?? {};
  const streams = asArray(result);
  if (resultType !== 'streams' || streams === undefined) throw lokiApi.badResponse('its data are no streams');
  return streams.flatMap((item) => {
    const { stream, values } = asRecord(item) ?? {};
    const labels = readLabels(stream);
    return (asArray(values) ?? fail()).map((value) => {
      const [time, line] = asArray(value) ?? [];
      return readEntry(labels, time, line);
    });
  });
}

/** Reads a list of texts. @throws {@link GlasspaneError} `bad_response` when it is none. */
export function decodeTexts(data: unknown): readonly string[] {
  // Loki leaves an empty list out.
  const texts = data === undefined || data === null ? [] : (asArray(data) ?? fail());
  return texts.map((text) => (typeof text === 'string' ? text : fail())).sort();
}

/** What one event of the live tail says. */
export interface TailedLogs {
  readonly entries: readonly LogEntry[];
  readonly dropped: number;
}

/** Reads an event of the live tail. @throws {@link GlasspaneError} `bad_response` when it is none. */
export function decodeTailedLogs(text: string): TailedLogs {
  const { entries, dropped } = asRecord(parseJson(text)) ?? {};
  const read = (asArray(entries) ?? fail()).map((item) => {
    const { labels, timeNs, line } = asRecord(item) ?? {};
    return readEntry(readLabels(labels), timeNs, line);
  });
  return { entries: read, dropped: typeof dropped === 'number' ? dropped : 0 };
}

function readEntry(labels: LogEntry['labels'], time: unknown, line: unknown): LogEntry {
  if (typeof time !== 'string' || !/^-?\d{1,20}$/.test(time) || typeof line !== 'string') return fail();
  return { labels, timeNs: BigInt(time), line };
}

function readLabels(value: unknown): LogEntry['labels'] {
  const record = asRecord(value) ?? fail();
  return Object.fromEntries(
    Object.entries(record).map(([name, text]) => [name, typeof text === 'string' ? text : fail()]),
  );
}

function fail(): never {
  throw lokiApi.badResponse('a part of it has another form');
}
