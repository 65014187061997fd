import { GlasspaneError } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import type { SampleBatch, StoredSample } from './SampleStore.ts';

/**
 * Makes sure that a batch can be stored as it is.
 *
 * @throws {@link GlasspaneError} With code `invalid`, naming the sample that cannot.
 */
export function validateBatch({ samples }: SampleBatch): void {
  // Samples of a series mostly come together, with the same label object.
  let checked: Labels | undefined;
  for (const [index, sample] of samples.entries()) {
    const { labels } = sample;
    const fault = faultOfPoint(sample) ?? (labels === checked ? undefined : faultOfLabels(labels));
    if (fault !== undefined) throw new GlasspaneError('invalid', `samples[${index}]: ${fault}`);
    checked = labels;
  }
}

function faultOfPoint({ timeMs, value }: StoredSample): string | undefined {
  if (!Number.isSafeInteger(timeMs)) return `the time ${timeMs} is not a whole number of milliseconds`;
  return typeof value === 'number' ? undefined : 'the value is not a number';
}

function faultOfLabels(labels: Labels): string | undefined {
  if (!Object.hasOwn(labels, '__name__')) return 'the label __name__, the name of the metric, is missing';
  for (const [name, text] of Object.entries(labels)) {
    if (typeof text !== 'string' || text === '') return `the label ${JSON.stringify(name)} has no value; leave it out`;
  }
  return undefined;
}
