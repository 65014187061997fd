import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import type { Faults } from '../http/Faults.ts';
import { MAX_AHEAD_MS } from '../maxAheadMs.ts';
import type { StoredSample } from '../store/SampleStore.ts';
import { seriesKey } from '../store/SeriesCatalog.ts';
import { faultOfUse } from './faultOfUse.ts';

/** What samples are judged by. */
export interface SampleRules {
  readonly nowMs: number;
  /** Returns what is known of a metric. */
  readonly find: (name: string) => MetricDescriptor | undefined;
}

type Entry = Readonly<Record<string, unknown>>;

const FIELDS = new Set(['name', 'value', 'labels', 'timeMs']);
const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/;
// No sample is older; a smaller number is a time in seconds.
const YEAR_2000_MS = 946_684_800_000;

/**
 * Reads the samples that a request records; what is wrong with them goes to `faults`. Of several samples of one series
 * at one time the last counts.
 */
export function readSamples(input: unknown, rules: SampleRules, faults: Faults): readonly StoredSample[] {
  if (input === undefined) return [];
  if (!Array.isArray(input)) {
    faults.add('record', 'expected a list of samples');
    return [];
  }
  const samples = new Map<string, StoredSample>();
  for (const [index, entry] of input.entries()) {
    const path = `record[${index}]`;
    if (!isObject(entry)) {
      faults.add(path, 'expected an object with name, value, and perhaps labels and timeMs');
      continue;
    }
    const sample = readSample(entry, path, rules, faults);
    if (sample !== undefined) samples.set(`${sample.timeMs} ${seriesKey(sample.labels)}`, sample);
  }
  return [...samples.values()];
}

/** Returns nothing where the sample has a fault. */
function readSample(entry: Entry, path: string, rules: SampleRules, faults: Faults): StoredSample | undefined {
  let isGood = true;
  const fault = (field: string, message: string | undefined): void => {
    if (message === undefined) return;
    isGood = false;
    faults.add(field === '' ? path : `${path}.${field}`, message);
  };
  const { name, value, labels = {}, timeMs = rules.nowMs } = entry;
  for (const field of Object.keys(entry)) {
    if (!FIELDS.has(field)) fault(field, `is not known here; a sample has ${[...FIELDS].join(', ')}`);
  }
  fault('name', faultOfName(name));
  fault('value', faultOfValue(value));
  fault('timeMs', faultOfTime(timeMs, rules.nowMs));
  if (!isObject(labels)) fault('labels', 'expected an object of texts, such as {"environment": "prod"}');
  else for (const [label, text] of Object.entries(labels)) fault(labelPath(label), faultOfLabel(label, text));
  if (!isGood) return undefined;
  const sample = { labels: toLabels(name as string, labels as Labels), timeMs: Number(timeMs), value: Number(value) };
  for (const [field, message] of faultOfUse(sample, rules.find)) fault(field, message);
  return isGood ? sample : undefined;
}

function faultOfName(name: unknown): string | undefined {
  if (typeof name === 'string' && METRIC_NAME.test(name)) return undefined;
  return 'must be the name of a metric: letters, digits, _ and :, and not begin with a digit';
}

function faultOfValue(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : 'is too large to be kept; leave the sample out';
  }
  // What a program sends for NaN, which JSON does not have.
  if (value === null || value === 'NaN') return 'is not a number; leave out the sample where there is no value';
  return 'expected a number';
}

function faultOfTime(timeMs: unknown, nowMs: number): string | undefined {
  if (!Number.isSafeInteger(timeMs)) return 'expected a whole number of milliseconds since 1970';
  if (Number(timeMs) < YEAR_2000_MS) return 'is before the year 2000; times are in milliseconds, not in seconds';
  if (Number(timeMs) > nowMs + MAX_AHEAD_MS) return 'is more than ten minutes in the future; set the clock right';
  return undefined;
}

function labelPath(label: string): string {
  return LABEL_NAME.test(label) ? `labels.${label}` : `labels[${JSON.stringify(label)}]`;
}

function faultOfLabel(label: string, text: unknown): string | undefined {
  if (!LABEL_NAME.test(label)) {
    return 'is no name for a label: take letters, digits and _, and begin neither with a digit nor with __';
  }
  return typeof text === 'string' ? undefined : 'expected a text; write numbers as texts, such as "200"';
}

/** In the order in which the store has them, without those that have no value, as in Prometheus. */
function toLabels(name: string, labels: Labels): Labels {
  const pairs = Object.entries({ ...labels, __name__: name }).filter(([, text]) => text !== '');
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isObject(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
