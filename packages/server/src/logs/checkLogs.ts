import { GlasspaneError } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { quoteString } from '@glasspane/promql/syntax';
import type { IncomingLog } from './IncomingLog.ts';
import type { LogLimits } from './LogLimits.ts';

/** Between which times lines are taken, in nanoseconds since the epoch, both inclusive. */
export interface LogTimes {
  readonly earliestNs: bigint;
  readonly latestNs: bigint;
}

const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Refuses a request of which anything cannot be stored; it is taken as a whole or not at all.
 *
 * @throws {@link GlasspaneError} `invalid`, with the limit and the stream.
 */
export function checkLogs(logs: readonly IncomingLog[], limits: LogLimits, times: LogTimes): void {
  if (logs.length > limits.maxEntriesPerRequest) {
    fail(`the request has ${logs.length} lines, and may have ${limits.maxEntriesPerRequest}; send smaller batches`);
  }
  // Lines of one stream come with the same object.
  const checked = new Set<Labels>();
  for (const { labels, timeNs, line, metadata } of logs) {
    if (!checked.has(labels)) checkLabels(labels, limits);
    checked.add(labels);
    const bytes = Buffer.byteLength(line);
    if (bytes > limits.maxLineBytes) {
      fail(
        `max entry size ${limits.maxLineBytes} bytes exceeded for stream ${describe(labels)} while adding an entry with length ${bytes} bytes`,
      );
    }
    if (metadata !== undefined) checkMetadata(metadata, labels, limits);
    if (timeNs < times.earliestNs)
      fail(
        `entry for stream ${describe(labels)} has timestamp too old: ${toIso(timeNs)}, oldest acceptable timestamp is: ${toIso(times.earliestNs)}`,
      );
    if (timeNs > times.latestNs) fail(`entry for stream ${describe(labels)} has timestamp too new: ${toIso(timeNs)}`);
  }
}

function checkLabels(labels: Labels, limits: LogLimits): void {
  const entries = Object.entries(labels);
  if (entries.length === 0) fail('error at least one label pair is required per stream');
  if (entries.length > limits.maxLabels) {
    fail(`stream ${describe(labels)} has ${entries.length} label names; limit ${limits.maxLabels}`);
  }
  for (const [name, value] of entries) {
    if (!LABEL_NAME.test(name)) {
      fail(
        `stream ${describe(labels)} has the label name ${JSON.stringify(name)}; a name has letters, digits and _ only, and begins with no digit`,
      );
    }
    if (name.length > limits.maxLabelNameLength)
      fail(`stream ${describe(labels)} has a label name over ${limits.maxLabelNameLength} characters`);
    if (value.length > limits.maxLabelValueLength)
      fail(`stream ${describe(labels)} has a value of ${name} over ${limits.maxLabelValueLength} characters`);
  }
}

function checkMetadata(metadata: Labels, labels: Labels, limits: LogLimits): void {
  const bytes = Buffer.byteLength(JSON.stringify(metadata));
  if (bytes > limits.maxMetadataBytes) {
    fail(`stream ${describe(labels)} has structured metadata of ${bytes} bytes; limit ${limits.maxMetadataBytes}`);
  }
}

function fail(message: string): never {
  throw new GlasspaneError('invalid', message);
}

const MAX_DESCRIBED = 500;

function describe(labels: Labels): string {
  const text = `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${quoteString(value)}`)
    .join(', ')}}`;
  return text.length > MAX_DESCRIBED ? `${text.slice(0, MAX_DESCRIBED)}…` : text;
}

// The largest time that Date can write, in milliseconds.
const MAX_DATE_MS = 8_640_000_000_000_000n;

function toIso(timeNs: bigint): string {
  const timeMs = timeNs / 1_000_000n;
  return timeMs > MAX_DATE_MS || timeMs < -MAX_DATE_MS ? String(timeNs) : new Date(Number(timeMs)).toISOString();
}
