import { GlasspaneError } from '@glasspane/core';
import type { SampleBatch, StoredSample } from './SampleStore.ts';

/**
 * Makes sure that a batch can be stored as it is.
 *
 * @throws {@link GlasspaneError} With code `invalid`, naming the sample that cannot.
 */
export function validateBatch({ samples }: SampleBatch): void {
  for (const [index, sample] of samples.entries()) {
    const fault = faultOf(sample);
    if (fault !== undefined) throw new GlasspaneError('invalid', `samples[${index}]: ${fault}`);
  }
}

function faultOf({ labels, timeMs, value }: StoredSample): string | undefined {
  if (!Number.isSafeInteger(timeMs)) return `the time ${timeMs} is not a whole number of milliseconds`;
  if (typeof value !== 'number') return 'the value is not a number';
  if (!Object.hasOwn(labels, '__name__')) return 'the label __name__, the name of the metric, is missing';
  for (const [name, text] of Object.entries(labels)) {
    if (typeof text !== 'string' || text === '') return `the label ${JSON.stringify(name)} has no value; leave it out`;
  }
  return undefined;
}
