import type { MetricDescriptor, MetricSample } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { validateSamples } from './validateSamples.ts';

const good: MetricSample = { labels: { __name__: 'queue_length', queue: 'mail' }, timeMs: 1000, value: 3 };
const defined: MetricDescriptor = { name: 'queue_length', type: 'gauge', labels: ['queue'] };

/** The faults that are found, as `path: message`. */
function faults(sample: unknown, known?: MetricDescriptor): string[] {
  try {
    validateSamples([good, sample as MetricSample], () => known);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ name: 'InvalidDocumentError', code: 'invalid' });
    return String((error as Error).message)
      .split('\n')
      .slice(1);
  }
}

describe('validateSamples', () => {
  it('takes every number and any label of a metric that was not defined', () => {
    expect(faults({ ...good, value: Number.NaN })).toEqual([]);
    expect(faults({ ...good, labels: { ...good.labels, other: '' } })).toEqual([]);
  });

  it.each([
    ['no time', { ...good, timeMs: undefined }, '[1].timeMs: must be a whole number of milliseconds since the epoch'],
    [
      'half a millisecond',
      { ...good, timeMs: 0.5 },
      '[1].timeMs: must be a whole number of milliseconds since the epoch',
    ],
    ['a value that is no number', { ...good, value: '3' }, '[1].value: must be a number'],
    ['no labels', { ...good, labels: null }, '[1].labels: must be an object of label names and values'],
    ['no metric', { ...good, labels: { queue: 'mail' } }, '[1].labels.__name__: must be the name of a metric'],
    [
      'an empty label name',
      { ...good, labels: { ...good.labels, '': 'x' } },
      '[1].labels[""]: must have a name that is not empty',
    ],
    ['a label that is no string', { ...good, labels: { ...good.labels, a: 1 } }, '[1].labels["a"]: must be a string'],
  ])('refuses %s', (_, sample, fault) => {
    expect(faults(sample)).toEqual([fault]);
  });

  it('holds a defined metric to its labels', () => {
    expect(faults(good, defined)).toEqual([]);
    expect(faults({ ...good, labels: { ...good.labels, host: 'a' } }, defined)).toEqual([
      '[1].labels["host"]: is not among the labels that the metric was defined with: queue',
    ]);
  });
});
