import type { Labels } from '@glasspane/promql';
import type { IncomingLog } from '../IncomingLog.ts';

/**
 * Reads the JSON form of Loki's push: `{"streams": [{"stream": {…}, "values": [["<ns>", "<line>", {…}?], …]}]}`.
 *
 * @throws Error When it has another form; the message says where.
 */
export function readPushJson(body: unknown): readonly IncomingLog[] {
  const { streams } = asRecord(body, 'the body');
  if (!Array.isArray(streams)) throw new Error('"streams" must be a list');
  return streams.flatMap((stream: unknown, index) => readStream(stream, `streams[${index}]`));
}

function readStream(value: unknown, path: string): readonly IncomingLog[] {
  const { stream, values } = asRecord(value, path);
  const labels = asTexts(stream, `${path}.stream`);
  if (!Array.isArray(values)) throw new Error(`${path}.values must be a list`);
  return values.map((entry: unknown, index) => ({ labels, ...readEntry(entry, `${path}.values[${index}]`) }));
}

function readEntry(value: unknown, path: string): Omit<IncomingLog, 'labels'> {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) {
    throw new Error(`${path} must be ["<nanoseconds>", "<line>"], with metadata as a third item or none`);
  }
  const [time, line, metadata] = value as readonly unknown[];
  if (typeof time !== 'string' || !/^\d{1,19}$/.test(time)) {
    throw new Error(`${path}[0] must be nanoseconds since the epoch, as a string of digits`);
  }
  if (typeof line !== 'string') throw new Error(`${path}[1] must be a string`);
  const texts = metadata === undefined ? {} : asTexts(metadata, `${path}[2]`);
  return { timeNs: BigInt(time), line, ...(Object.keys(texts).length === 0 ? {} : { metadata: texts }) };
}

function asTexts(value: unknown, path: string): Labels {
  const record = asRecord(value, path);
  for (const [name, text] of Object.entries(record)) {
    if (typeof text !== 'string') throw new Error(`${path}[${JSON.stringify(name)}] must be a string`);
  }
  return record as Labels;
}

function asRecord(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${path} must be an object`);
  return value as Readonly<Record<string, unknown>>;
}
