import type { Labels } from '@glasspane/promql';
import type { SampleBatch, StoredSample } from '../store/SampleStore.ts';
import type { WireLabel, WireSeries, WriteRequest } from './decodeWriteRequest.ts';

/** A remote-write request as the store takes it. */
export interface DecodedBatch {
  readonly batch: SampleBatch;
  /** How many native histograms came along, which the store cannot keep. */
  readonly droppedHistograms: number;
}

/**
 * Makes a batch of a request; it is taken as a whole or not at all.
 *
 * @param maxTimeMs - Samples after it are refused, as Prometheus does: their sender's clock is wrong.
 * @throws Error When something in it cannot be stored; the message names the series.
 */
export function toBatch(request: WriteRequest, maxTimeMs: number): DecodedBatch {
  const samples: StoredSample[] = [];
  let droppedHistograms = 0;
  for (const series of request.series) {
    const labels = toLabels(series.labels);
    appendSamples(samples, labels, series, maxTimeMs);
    droppedHistograms += series.histogramCount;
  }
  const metadata = request.metadata.filter(({ name }) => name !== '');
  return { batch: { samples, metadata }, droppedHistograms };
}

function appendSamples(samples: StoredSample[], labels: Labels, series: WireSeries, maxTimeMs: number): void {
  for (const { timeMs, value, isStale } of series.samples) {
    if (!Number.isSafeInteger(timeMs) || timeMs > maxTimeMs) {
      throw new Error(`out of bounds: the time ${timeMs} of ${JSON.stringify(labels)} is too far in the future`);
    }
    samples.push(isStale ? { labels, timeMs, value, isStale } : { labels, timeMs, value });
  }
}

function toLabels(wire: readonly WireLabel[]): Labels {
  if (isInForm(wire)) {
    const labels: Record<string, string> = {};
    for (const { name, value } of wire) labels[name] = value;
    return labels;
  }
  // As in Prometheus, an empty value is no label, and the order is put right.
  const present = wire.filter(({ value }) => value !== '').sort((a, b) => (a.name < b.name ? -1 : 1));
  const labels: Labels = Object.fromEntries(present.map(({ name, value }) => [name, value]));
  if (Object.keys(labels).length !== present.length) {
    const twice = present.find(({ name }, index) => present[index + 1]?.name === name);
    throw new Error(`the label ${JSON.stringify(twice?.name)} is there twice in ${describe(wire)}`);
  }
  if (Object.hasOwn(labels, '')) throw new Error(`a label has no name in ${describe(wire)}`);
  if (!Object.hasOwn(labels, '__name__')) throw new Error(`the label __name__ is missing in ${describe(wire)}`);
  return labels;
}

/** Tells whether nothing has to be put right or refused, as with nearly all that senders send. */
function isInForm(wire: readonly WireLabel[]): boolean {
  let before = '';
  let hasName = false;
  for (const { name, value } of wire) {
    // To assign to the name of the prototype would make no label.
    if (!(name > before) || value === '' || name === '__proto__') return false;
    hasName ||= name === '__name__';
    before = name;
  }
  return hasName;
}

function describe(wire: readonly WireLabel[]): string {
  return `{${wire.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(', ')}}`;
}
