import { type Frame, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeltaInput, seriesDelta } from './seriesDelta.ts';
import { tileSeries } from './useTileSeries.ts';

const formatter = new ValueFormatter({ locale: 'en-US' });
const delta = (value: number | undefined, earlier: number | undefined, more: Partial<DeltaInput> = {}) =>
  seriesDelta({ value, earlier, span: '1 day', field: { unit: 'reqps' }, good: 'none', ...more }, formatter);

describe('the change of a value', () => {
  it.each([
    [112, 100, '↑ 12%', 'up 12% from 1 day earlier, when it was 100\u00a0req/s'],
    [90, 100, '↓ 10%', 'down 10% from 1 day earlier, when it was 100\u00a0req/s'],
    [102.5, 100, '↑ 2.5%', 'up 2.5% from 1 day earlier, when it was 100\u00a0req/s'],
    [-5, -10, '↑ 50%', 'up 50% from 1 day earlier, when it was -10\u00a0req/s'],
    [100.01, 100, '→ 0%', 'unchanged from 1 day earlier, when it was 100\u00a0req/s'],
    [0, 0, '→ 0%', 'unchanged from 1 day earlier, when it was 0\u00a0req/s'],
    [5, 0, '↑ 5\u00a0req/s', 'up 5\u00a0req/s from 1 day earlier, when it was 0\u00a0req/s'],
    [undefined, 1, '–', 'no change is known from 1 day earlier'],
    [1, undefined, '–', 'no change is known from 1 day earlier'],
    [Number.NaN, 1, '–', 'no change is known from 1 day earlier'],
    [1, Number.POSITIVE_INFINITY, '–', 'no change is known from 1 day earlier'],
  ])('of %s after %s is %s', (value, earlier, text, words) => {
    const { since, ...rest } = delta(value, earlier);
    expect([rest.text, rest.words, since]).toEqual([text, words, 'vs 1 day earlier']);
  });

  it('has the colour of good news only where it is', () => {
    const colorOf = (value: number, good: DeltaInput['good']): string | undefined =>
      /--gp-([\w-]+)/.exec(delta(value, 10, { good }).color)?.[1];
    expect([colorOf(12, 'up'), colorOf(8, 'up'), colorOf(12, 'down'), colorOf(8, 'down')]).toEqual([
      'good',
      'critical',
      'critical',
      'good',
    ]);
    expect([colorOf(12, 'none'), colorOf(10, 'up')]).toEqual(['text-muted', 'text-muted']);
  });

  it('never says NaN or undefined', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(undefined, 1e308, -1e308, 5e-324));
    fc.assert(
      fc.property(number, number, (value, earlier) => {
        const { text, words } = delta(value, earlier);
        expect(`${text} ${words}`).not.toMatch(/NaN|undefined/);
      }),
    );
  });
});

describe('the values of series', () => {
  const frameOf = (values: Readonly<Record<string, number>>): Frame => ({
    length: 1,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.of(0) },
      ...Object.entries(values).map(([job, value]) => ({
        kind: 'number' as const,
        name: 'up',
        labels: { job },
        values: Float64Array.of(value),
      })),
    ],
  });

  it('are compared with those of the same labels before', () => {
    const input = { frames: [frameOf({ a: 10, b: 20, c: 1 }), frameOf({ b: 10, a: 20 })], refIds: ['A', 'A-1d'] };
    const tiles = tileSeries(input, { compare: '1d' }, formatter);
    expect(tiles.map(({ series, delta: change }) => [series.name, change?.text])).toEqual([
      ['a', '↓ 50%'],
      ['b', '↑ 100%'],
      ['c', '–'],
    ]);
  });

  it('have no change where nothing is compared', () => {
    expect(tileSeries({ frames: [frameOf({ a: 1 })] }, {}, formatter)[0]?.delta).toBeUndefined();
  });
});
