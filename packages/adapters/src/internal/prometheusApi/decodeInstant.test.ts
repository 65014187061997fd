import { describe, expect, it } from 'vitest';
import { decodeInstant } from './decodeInstant.ts';

const request = { expr: 'up', timeMs: 5000 };
const time = { kind: 'time', name: 'time', values: Float64Array.of(5000) };

describe('decodeInstant', () => {
  it('makes one field of each element of a vector', () => {
    const data = { resultType: 'vector', result: [{ metric: { __name__: 'up' }, value: [5, '1.5e3'] }] };
    expect(decodeInstant(data, request).frame).toEqual({
      length: 1,
      fields: [time, { kind: 'number', name: 'up', labels: { __name__: 'up' }, values: Float64Array.of(1500) }],
    });
  });

  it('makes one field of a scalar, named by the expression', () => {
    expect(decodeInstant({ resultType: 'scalar', result: [5, '2'] }, { expr: '1 + 1', timeMs: 5000 }).frame).toEqual({
      length: 1,
      fields: [time, { kind: 'number', name: '1 + 1', labels: {}, values: Float64Array.of(2) }],
    });
  });

  it('makes a string field of a string', () => {
    expect(decodeInstant({ resultType: 'string', result: [5, 'hello'] }, request).frame).toEqual({
      length: 1,
      fields: [{ kind: 'string', name: 'up', values: ['hello'] }],
    });
  });

  it('puts the samples of a range selector on the times of all series', () => {
    const data = {
      resultType: 'matrix',
      result: [
        {
          metric: { a: '1' },
          values: [
            [1, '1'],
            [3, '3'],
          ],
        },
        {
          metric: { a: '2' },
          values: [
            [2, '2'],
            [3, '4'],
          ],
        },
      ],
    };
    expect(decodeInstant(data, request).frame).toEqual({
      length: 3,
      fields: [
        { kind: 'time', name: 'time', values: Float64Array.of(1000, 2000, 3000) },
        {
          kind: 'number',
          name: 'up',
          labels: { a: '1' },
          values: Float64Array.of(1, Number.NaN, 3),
          gaps: Uint8Array.of(0, 1, 0),
        },
        {
          kind: 'number',
          name: 'up',
          labels: { a: '2' },
          values: Float64Array.of(Number.NaN, 2, 4),
          gaps: Uint8Array.of(1, 0, 0),
        },
      ],
    });
  });

  it.each([
    ['an unknown type', { resultType: 'tensor', result: [] }],
    ['a scalar that is no pair', { resultType: 'scalar', result: [] }],
    ['a string that is none', { resultType: 'string', result: [5, 6] }],
    ['a vector element without a value', { resultType: 'vector', result: [{ metric: {} }] }],
  ])('refuses %s as a bad response', (_, data) => {
    expect(() => decodeInstant(data, request)).toThrow(expect.objectContaining({ code: 'bad_response' }));
  });
});
