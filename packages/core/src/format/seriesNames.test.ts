import { describe, expect, it } from 'vitest';
import type { NumberField } from '../frame/Frame.ts';
import { seriesNames } from './seriesNames.ts';

function field(name: string, labels: Record<string, string>): NumberField {
  return { kind: 'number', name, labels, values: new Float64Array() };
}

describe('seriesNames', () => {
  it('fills the template with labels, and with nothing where a label is missing', () => {
    const fields = [field('up', { instance: 'a', job: 'api' }), field('up', { job: 'api' })];
    expect(seriesNames(fields, '{{ job }} on {{instance}}')).toEqual(['api on a', 'api on ']);
    expect(seriesNames(fields, '{{nothing}}')).toEqual(['up', 'up']);
  });

  it('takes the value of the one label that differs', () => {
    expect(seriesNames([field('cpu', { mode: 'user', job: 'n' }), field('cpu', { mode: 'idle', job: 'n' })])).toEqual([
      'user',
      'idle',
    ]);
  });

  it('takes as few labels as tell all series apart', () => {
    const fields = ['a', 'b'].flatMap((instance) =>
      ['user', 'idle'].map((mode) => field('cpu', { instance, mode, job: 'n', pod: `pod-${instance}` })),
    );
    expect(seriesNames(fields)).toEqual(['a · user', 'a · idle', 'b · user', 'b · idle']);
    const byInstance = [field('up', { instance: 'a', rack: '1' }), field('up', { instance: 'b', rack: '1' })];
    expect(seriesNames(byInstance)).toEqual(['a', 'b']);
  });

  it('takes the names of the metrics where these differ', () => {
    expect(seriesNames([field('a', { __name__: 'a', x: '1' }), field('b', { __name__: 'b', x: '1' })])).toEqual([
      'a',
      'b',
    ]);
  });

  it('leaves out a label that a series has not', () => {
    const fields = [field('m', { x: '1', y: '1' }), field('m', { x: '1' }), field('m', { x: '2' })];
    expect(seriesNames(fields)).toEqual(['1 · 1', '1', '2']);
  });

  it('names a series alone by its metric, or by its labels where it has none', () => {
    expect(seriesNames([field('up', { __name__: 'up', job: 'api' })])).toEqual(['up']);
    expect(seriesNames([field('sum(up)', { job: 'api' })])).toEqual(['api']);
    expect(seriesNames([field('sum(up)', {})])).toEqual(['sum(up)']);
  });

  it('takes labels that are names of object members for what they are', () => {
    const labels = Object.fromEntries([['__proto__', 'x']]);
    expect(seriesNames([field('m', labels), field('m', {})], '{{__proto__}}/{{constructor}}')).toEqual(['x/', '/']);
  });
});
