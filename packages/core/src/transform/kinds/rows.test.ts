import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame, NumberField, StringField } from '../../frame/Frame.ts';
import { frameToRows } from '../../frame/frameToRows.ts';
import { samplesOf, tableFrames } from '../../testing/arbitraryResults.ts';
import { numberField } from '../../testing/frames.ts';
import { applyTransformations } from '../applyTransformations.ts';
import type { Transformation } from '../Transformation.ts';

function apply(frame: Frame, ...steps: readonly Transformation[]): Frame {
  const [result] = applyTransformations([{ refId: 'A', frame }], steps, { locale: 'en' });
  if (result === undefined) throw new Error('no result');
  return result.frame;
}

const rowsOf = (frame: Frame): readonly unknown[] => frameToRows(frame);
const texts = (frame: Frame, index: number): StringField => frame.fields[index] as StringField;
const numbers = (frame: Frame, index: number): NumberField => frame.fields[index] as NumberField;

const table: Frame = {
  length: 4,
  fields: [
    { kind: 'string', name: 'host', values: ['b10', 'b9', '', 'b9'] },
    numberField({}, [2, undefined, Number.NaN, 7], 'x'),
  ],
};

describe('filterByValue', () => {
  it.each<[Transformation, readonly number[]]>([
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'greater', value: 2 }] }, [3]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'greaterOrEqual', value: 2 }] }, [0, 3]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'lower', value: 7 }] }, [0]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'lowerOrEqual', value: 7 }] }, [0, 3]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'between', value: 2, to: 7 }] }, [0, 3]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'equal', value: 7 }] }, [3]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'notEqual', value: 7 }] }, [0, 1, 2]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'null' }] }, [1, 2]],
    [{ type: 'filterByValue', conditions: [{ field: 'host', is: 'notNull' }] }, [0, 1, 3]],
    [{ type: 'filterByValue', conditions: [{ field: 'host', is: 'equal', value: 'b9' }] }, [1, 3]],
    [{ type: 'filterByValue', conditions: [{ field: 'host', is: 'matches', value: '^b\\d$' }] }, [1, 3]],
    [{ type: 'filterByValue', conditions: [{ field: 'host', is: 'notMatches', value: '9' }] }, [0, 2]],
    [{ type: 'filterByValue', conditions: [{ field: 'x', is: 'equal', value: ' ' }] }, []],
  ])('keeps the rows that meet %j', (step, rows) => {
    expect(rowsOf(apply(table, step))).toEqual(rows.map((row) => rowsOf(table)[row]));
  });

  it('takes spaces for no number', () => {
    const frame: Frame = { length: 2, fields: [{ kind: 'string', name: 'code', values: [' ', '0'] }] };
    const conditions = [{ field: 'code', is: 'lower', value: 1 }] as const;
    expect(rowsOf(apply(frame, { type: 'filterByValue', conditions }))).toEqual([['0']]);
    const zeros: Frame = { length: 1, fields: [numberField({}, [0], 'x')] };
    expect(apply(zeros, { type: 'filterByValue', conditions: [{ field: 'x', is: 'equal', value: '' }] }).length).toBe(
      0,
    );
  });

  it('divides the rows in two: those that it keeps, and those that it leaves out', () => {
    const conditions = [
      { field: 'x', is: 'greater' as const, value: 0 },
      { field: 'host', is: 'equal' as const, value: 'a' },
    ];
    fc.assert(
      fc.property(tableFrames, fc.constantFrom('all' as const, 'any' as const), (frame, match) => {
        const kept = apply(frame, { type: 'filterByValue', conditions, match });
        const left = apply(frame, { type: 'filterByValue', conditions, match, isExcluding: true });
        expect(kept.length + left.length).toBe(frame.length);
        const isMet = (row: number): boolean => {
          const met = [(numbers(frame, 2).values[row] ?? 0) > 0, texts(frame, 0).values[row] === 'a'];
          return match === 'all' ? met.every(Boolean) : met.some(Boolean);
        };
        expect(rowsOf(kept)).toEqual(rowsOf(frame).filter((_, row) => isMet(row)));
        expect(apply(kept, { type: 'filterByValue', conditions, match })).toEqual(kept);
      }),
    );
  });
});

describe('sortBy', () => {
  it('sorts texts as people do, numbers in them by value, and what is missing last in both directions', () => {
    const order = (field: string, isDescending: boolean): unknown =>
      rowsOf(apply(table, { type: 'sortBy', by: [{ field, isDescending }] })).map((row) => rowsOf(table).indexOf(row));
    expect(texts(apply(table, { type: 'sortBy', by: [{ field: 'host' }] }), 0).values).toEqual(['b9', 'b9', 'b10', '']);
    expect(order('x', true)).toHaveLength(4);
    expect([...numbers(apply(table, { type: 'sortBy', by: [{ field: 'x', isDescending: true }] }), 1).values]).toEqual([
      7,
      2,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('keeps every row, is stable, and changes nothing the second time', () => {
    const compare = (a: number, b: number): number =>
      Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : b - a;
    fc.assert(
      fc.property(tableFrames, (frame) => {
        const step: Transformation = { type: 'sortBy', by: [{ field: 'x', isDescending: true }] };
        const sorted = apply(frame, step);
        const x = numbers(frame, 2).values;
        const expected = [...x.keys()].sort((a, b) => compare(x[a] ?? 0, x[b] ?? 0));
        expect(rowsOf(sorted)).toEqual(expected.map((row) => rowsOf(frame)[row]));
        expect(apply(sorted, step)).toBe(sorted);
      }),
    );
  });

  it('sorts by several fields, the first one most', () => {
    const frame: Frame = {
      length: 4,
      fields: [{ kind: 'string', name: 'zone', values: ['us', 'eu', 'us', 'eu'] }, numberField({}, [1, 2, 3, 4], 'x')],
    };
    const by = [{ field: 'zone' }, { field: 'x', isDescending: true }];
    expect(rowsOf(apply(frame, { type: 'sortBy', by }))).toEqual([
      ['eu', 4],
      ['eu', 2],
      ['us', 3],
      ['us', 1],
    ]);
  });
});

describe('limit', () => {
  it('keeps so many rows from either end, and all where there are fewer', () => {
    fc.assert(
      fc.property(tableFrames, fc.nat(12), (frame, count) => {
        const first = apply(frame, { type: 'limit', count });
        const last = apply(frame, { type: 'limit', count, keep: 'last' });
        expect(rowsOf(first)).toEqual(rowsOf(frame).slice(0, count));
        expect(rowsOf(last)).toEqual(count === 0 ? [] : rowsOf(frame).slice(-count));
      }),
    );
  });
});

describe('groupBy', () => {
  it('makes a row of each text, and loses no sample', () => {
    fc.assert(
      fc.property(tableFrames, (frame) => {
        const grouped = apply(frame, {
          type: 'groupBy',
          by: ['host'],
          fields: [{ field: 'x', reducers: ['count', 'sum', 'last'] }],
        });
        const hosts = texts(frame, 0).values;
        expect(texts(grouped, 0).values).toEqual([...new Set(hosts)]);
        const counts = numbers(grouped, 1).values;
        expect(counts.reduce((sum, one) => sum + (one || 0), 0)).toBe(samplesOf(numbers(frame, 2)).length);
        for (const [group, host] of texts(grouped, 0).values.entries()) {
          const { values, gaps } = numbers(frame, 2);
          const own = [...values].filter((_, row) => hosts[row] === host && gaps?.[row] !== 1);
          const summed = own.filter((value) => !Number.isNaN(value)).reduce((sum, value) => sum + value, 0);
          if (own.some((value) => !Number.isNaN(value))) expect(numbers(grouped, 2).values[group]).toBe(summed);
          expect(numbers(grouped, 3).values[group]).toEqual(own.at(-1) ?? Number.NaN);
        }
      }),
    );
  });

  it('groups by several fields, and takes of texts and moments what can be taken', () => {
    const frame: Frame = {
      length: 3,
      fields: [
        { kind: 'time', name: 'time', values: Float64Array.of(30, 10, 20) },
        { kind: 'string', name: 'host', values: ['a', 'b', 'a'] },
        numberField({}, [1, 1, undefined], 'x'),
      ],
    };
    const step: Transformation = {
      type: 'groupBy',
      by: ['host', 'x'],
      fields: [
        { field: 'time', reducers: ['min', 'count', 'sum'] },
        { field: 'host', reducers: ['last'] },
      ],
    };
    const grouped = apply(frame, step);
    expect(grouped.fields.map(({ kind, name }) => [kind, name])).toEqual([
      ['string', 'host'],
      ['number', 'x'],
      ['time', 'time (min)'],
      ['number', 'time (count)'],
      ['number', 'time (sum)'],
      ['string', 'host (last)'],
    ]);
    expect(rowsOf(grouped)).toEqual([
      ['a', 1, 30, 1, undefined, 'a'],
      ['b', 1, 10, 1, undefined, 'b'],
      ['a', undefined, 20, 1, undefined, 'a'],
    ]);
  });
});
