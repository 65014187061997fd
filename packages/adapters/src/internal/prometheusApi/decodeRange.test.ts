import { describe, expect, it } from 'vitest';
import { decodeRange } from './decodeRange.ts';

const request = { expr: 'up', startMs: 1_000_000, endMs: 1_030_500, stepMs: 10_000 };
const matrix = (...result: unknown[]): unknown => ({ resultType: 'matrix', result });

describe('decodeRange', () => {
  it('puts values on the steps, with gaps where there is none', () => {
    const data = matrix({
      metric: { __name__: 'up', job: 'api', empty: '' },
      values: [
        [1000, '1'],
        [1010, 'NaN'],
        [1030, '+Inf'],
      ],
    });
    expect(decodeRange(data, request)).toEqual({
      frame: {
        length: 4,
        fields: [
          { kind: 'time', name: 'time', values: Float64Array.of(1_000_000, 1_010_000, 1_020_000, 1_030_000) },
          {
            kind: 'number',
            name: 'up',
            labels: { __name__: 'up', job: 'api' },
            values: Float64Array.of(1, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY),
            gaps: Uint8Array.of(0, 0, 1, 0),
          },
        ],
      },
      notices: [],
    });
  });

  it('leaves gaps out of a column that has none, and names it by the expression where it has no name', () => {
    const values = [1000, 1010, 1020, 1030].map((time) => [time, '-Inf']);
    const [, field] = decodeRange(matrix({ metric: {}, values }), { ...request, expr: 'a + b' }).frame.fields;
    expect(field).toEqual({
      kind: 'number',
      name: 'a + b',
      labels: {},
      values: new Float64Array(4).fill(Number.NEGATIVE_INFINITY),
    });
  });

  it('gives the steps and nothing else for an empty result', () => {
    expect(decodeRange(matrix(), request).frame.fields.map(({ kind }) => kind)).toEqual(['time']);
  });

  it('reads steps of milliseconds, whose times are rounded', () => {
    const short = { expr: 'up', startMs: 1_700_000_000_123, endMs: 1_700_000_000_323, stepMs: 100 };
    const values = [
      [1700000000.123, '1'],
      [1700000000.223, '2'],
      [1700000000.323, '3'],
    ];
    const { frame, notices } = decodeRange(matrix({ metric: {}, values }), short);
    expect(frame.fields[1]).toMatchObject({ values: Float64Array.of(1, 2, 3) });
    expect(notices).toEqual([]);
  });

  it('moves values of other times to the nearest step and says so', () => {
    const values = [
      [999, '1'],
      [1009, '2'],
      [1051, '9'],
    ];
    const { frame, notices } = decodeRange(matrix({ metric: {}, values }), request);
    expect(frame.fields[1]).toMatchObject({ values: Float64Array.of(1, 2, Number.NaN, Number.NaN) });
    expect(notices.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('cuts at the limit and says so', () => {
    const one = (job: string): unknown => ({ metric: { job }, values: [] });
    const { frame, notices } = decodeRange(matrix(one('a'), one('b'), one('c')), { ...request, limit: 2 });
    expect(frame.fields).toHaveLength(3);
    expect(notices).toEqual([
      { severity: 'warning', message: 'Only 2 of 3 series are here; select fewer with matchers.' },
    ]);
  });

  it('leaves native histograms out and says so', () => {
    const { frame, notices } = decodeRange(matrix({ metric: {}, histograms: [] }), request);
    expect(frame.fields).toHaveLength(1);
    expect(notices[0]?.message).toContain('1 series of native histograms');
  });

  it('takes labels that mean something to JavaScript', () => {
    const data = JSON.parse('{"resultType":"matrix","result":[{"metric":{"__proto__":"x"},"values":[]}]}');
    const [, field] = decodeRange(data, request).frame.fields;
    expect(field?.kind === 'number' ? Object.entries(field.labels) : []).toEqual([['__proto__', 'x']]);
  });

  it.each([
    ['no data', null],
    ['another type', { resultType: 'vector', result: [] }],
    ['no list', { resultType: 'matrix', result: {} }],
    ['a series that is no object', matrix(7)],
    ['labels that are no strings', matrix({ metric: { a: 1 }, values: [] })],
    ['values that are no list', matrix({ metric: {}, values: 'x' })],
    ['a sample that is no pair', matrix({ metric: {}, values: [7] })],
    ['a value that is no number', matrix({ metric: {}, values: [[1000, 'seven']] })],
    ['an empty value', matrix({ metric: {}, values: [[1000, '']] })],
    ['a time that is no number', matrix({ metric: {}, values: [['1000', '1']] })],
  ])('refuses %s as a bad response', (_, data) => {
    expect(() => decodeRange(data, request)).toThrow(expect.objectContaining({ code: 'bad_response' }));
  });
});
