import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberFieldsOf, timesOf } from '../../frame/concatFrames.ts';
import type { Frame, NumberField, SeriesField, StringField, TimeField } from '../../frame/Frame.ts';
import { frameToRows } from '../../frame/frameToRows.ts';
import { reduceField } from '../../reduce/reduceField.ts';
import { resultsOf, samplesOf, seriesFrames, tableFrames } from '../../testing/arbitraryResults.ts';
import { numberField, rangeFrame } from '../../testing/frames.ts';
import { applyTransformations } from '../applyTransformations.ts';
import { fieldNames } from '../columns/fieldNames.ts';
import type { Transformation } from '../Transformation.ts';
import type { TransformResult } from '../TransformResult.ts';

const up = (host: string, cells: readonly (number | undefined)[]): NumberField =>
  numberField({ __name__: 'up', host }, cells);
const load = (host: string, cells: readonly (number | undefined)[]): NumberField =>
  numberField({ __name__: 'load', host }, cells);

const a: TransformResult = {
  refId: 'A',
  frame: rangeFrame([1, 2, 3], [up('a', [1, undefined, 3]), up('b', [4, 5, 6])]),
};
const b: TransformResult = {
  refId: 'B',
  legend: 'load {{host}}',
  frame: rangeFrame([2, 3, 4], [load('a', [10, 20, 30])]),
};

/** The names and the rows of what comes out. */
function tablesOf(results: readonly TransformResult[], ...steps: readonly Transformation[]): readonly unknown[] {
  return applyTransformations(results, steps, { locale: 'en' }).map((result) => [
    fieldNames(result),
    ...frameToRows(result.frame),
  ]);
}

const seriesOf = (results: readonly TransformResult[]): readonly NumberField[] =>
  results.flatMap(({ frame }) => numberFieldsOf(frame));
const frameOf = (results: readonly TransformResult[], step: Transformation): Frame | undefined =>
  applyTransformations(results, [step])[0]?.frame;
const finite = (values: Iterable<number>): readonly number[] => [...values].filter(Number.isFinite);

describe('reduce', () => {
  it('makes a row of each series of all results', () => {
    expect(tablesOf([a, b], { type: 'reduce', reducers: ['last', 'count'], hasLabels: true })).toEqual([
      [
        ['Series', 'host', 'last', 'count'],
        ['a', 'a', 3, 2],
        ['b', 'b', 6, 3],
        ['load a', 'a', 30, 3],
      ],
    ]);
  });

  it('makes one value of each series, at its last moment', () => {
    expect(tablesOf([a, b], { type: 'reduce', mode: 'series', reducers: ['max'] })).toEqual([
      [
        ['time', 'a', 'b'],
        [3, 3, 6],
      ],
      [
        ['time', 'load a'],
        [4, 30],
      ],
    ]);
  });

  it('reduces each series as a reducer does, whatever its values', () => {
    fc.assert(
      fc.property(resultsOf(seriesFrames), fc.constantFrom('min', 'mean', 'first', 'count'), (results, reducer) => {
        const frame = frameOf(results, { type: 'reduce', reducers: [reducer] });
        const rows = frame === undefined ? [] : frameToRows(frame).map((row) => row[1]);
        expect(rows).toEqual(seriesOf(results).map((field) => reduceField(field, reducer)));
      }),
    );
  });
});

describe('joinByField', () => {
  it('joins by moments: all of them, or those that all results have', () => {
    expect(tablesOf([a, b], { type: 'joinByField' })).toEqual([
      [
        ['time', 'a', 'b', 'load a'],
        [1, 1, 4, undefined],
        [2, undefined, 5, 10],
        [3, 3, 6, 20],
        [4, undefined, undefined, 30],
      ],
    ]);
    expect(tablesOf([a, b], { type: 'joinByField', mode: 'inner' })).toEqual([
      [
        ['time', 'a', 'b', 'load a'],
        [2, undefined, 5, 10],
        [3, 3, 6, 20],
      ],
    ]);
  });

  const table = (refId: string, hosts: readonly string[], name: string, cells: readonly number[]): TransformResult => ({
    refId,
    frame: {
      length: hosts.length,
      fields: [{ kind: 'string', name: 'host', values: hosts }, numberField({}, cells, name)],
    },
  });

  it('joins by a text, its rows one by one where it is there several times, and tells equal names apart', () => {
    const one = table('A', ['x', 'y', 'x'], 'Value', [1, 2, 3]);
    const other = table('B', ['x', 'z'], 'Value', [10, 20]);
    expect(tablesOf([one, other], { type: 'joinByField', field: 'host' })).toEqual([
      [
        ['host', 'Value', 'Value (B)'],
        ['x', 1, 10],
        ['y', 2, undefined],
        ['x', 3, undefined],
        ['z', undefined, 20],
      ],
    ]);
  });

  it('joins by numbers, which stay numbers', () => {
    const table = (refId: string, name: string, keys: readonly (number | undefined)[]): TransformResult => ({
      refId,
      frame: { length: keys.length, fields: [numberField({}, keys, 'le'), numberField({}, keys, name)] },
    });
    const [joined] = applyTransformations(
      [table('A', 'x', [1, undefined]), table('B', 'y', [undefined, 2])],
      [{ type: 'joinByField', field: 'le' }],
    );
    expect(joined?.frame.fields.map(({ kind }) => kind)).toEqual(['number', 'number', 'number']);
    expect(frameToRows((joined as TransformResult).frame)).toEqual([
      [1, 1, undefined],
      [undefined, undefined, undefined],
      [2, undefined, 2],
    ]);
  });

  it('says which result has no such field', () => {
    const other = table('B', ['x'], 'Value', [1]);
    expect(() => tablesOf([other, a], { type: 'joinByField', field: 'host' })).toThrow(
      'the result A has no field "host" to compare; it has "time", "a", "b"',
    );
    expect(() => tablesOf([a, other], { type: 'joinByField' })).toThrow('the result B has no field of moments');
  });

  it('loses no sample and makes none up, and has each moment once, in order', () => {
    fc.assert(
      fc.property(resultsOf(seriesFrames), (results) => {
        fc.pre(results.length > 1 && results.every(({ frame }) => numberFieldsOf(frame).length > 0));
        const frame = frameOf(results, { type: 'joinByField' });
        const moments = results.flatMap(({ frame: { fields } }) => [...((fields[0] as TimeField).values ?? [])]);
        expect([...timesOf(frame as Frame)]).toEqual([...new Set(moments)].sort((x, y) => x - y));
        expect(numberFieldsOf(frame as Frame).map(samplesOf)).toEqual(seriesOf(results).map(samplesOf));
        const inner = frameOf(results, { type: 'joinByField', mode: 'inner' });
        const shared = [...new Set(moments)].filter((timeMs) =>
          results.every(({ frame: one }) => timesOf(one).includes(timeMs)),
        );
        expect([...timesOf(inner as Frame)]).toEqual(shared.sort((x, y) => x - y));
      }),
    );
  });
});

describe('merge', () => {
  const table = (
    refId: string,
    hosts: readonly string[],
    columns: Readonly<Record<string, readonly (number | undefined)[]>>,
  ): TransformResult => ({
    refId,
    frame: {
      length: hosts.length,
      fields: [
        { kind: 'string', name: 'host', values: hosts },
        ...Object.entries(columns).map(([name, cells]) => numberField({}, cells, name)),
      ],
    },
  });

  it('makes one row of rows that say the same of the same thing, and two where they differ', () => {
    const one = table('A', ['x', 'y', 'z'], { cpu: [1, 2, 3] });
    const other = table('B', ['y', 'x', 'w'], { mem: [20, 10, 40], cpu: [2, undefined, 4] });
    const third = table('C', ['z'], { cpu: [9] });
    expect(tablesOf([one, other, third], { type: 'merge' })).toEqual([
      [
        ['host', 'cpu', 'mem'],
        ['x', 1, 10],
        ['y', 2, 20],
        ['z', 3, undefined],
        ['w', 4, 40],
        ['z', 9, undefined],
      ],
    ]);
  });

  it('puts tables that have nothing in common below each other', () => {
    const [one, other] = [table('A', ['x'], { cpu: [1] }), a];
    expect(frameOf([one, other], { type: 'merge' })?.length).toBe(4);
  });

  it('has the rows of each result, each value where its texts are, and at most as many rows as all have', () => {
    fc.assert(
      fc.property(resultsOf(tableFrames), (results) => {
        const frame = frameOf(results, { type: 'merge' });
        const rows = new Set(
          frame === undefined ? [] : frameToRows(frame).map((row) => JSON.stringify(row.slice(0, 2))),
        );
        const given = results.flatMap((result) => frameToRows(result.frame));
        expect(rows).toEqual(new Set(given.map((row) => JSON.stringify(row.slice(0, 2)))));
        expect(frame?.length ?? 0).toBeLessThanOrEqual(given.length);
        expect(frame?.length ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...results.map((result) => result.frame.length)));
        if (frame !== undefined) expect(frameOf([{ refId: 'A', frame }], { type: 'merge' })).toBe(frame);
      }),
    );
  });
});

describe('labelsToFields', () => {
  it('makes a column of each label, and of each metric', () => {
    const both: TransformResult = {
      refId: 'A',
      frame: { length: 3, fields: [...a.frame.fields, load('b', [7, 8, 9])] },
    };
    expect(tablesOf([both], { type: 'labelsToFields' })).toEqual([
      [
        ['time', 'host', 'up', 'load'],
        [1, 'a', 1, undefined],
        [3, 'a', 3, undefined],
        [1, 'b', 4, 7],
        [2, 'b', 5, 8],
        [3, 'b', 6, 9],
      ],
    ]);
  });

  it('loses no sample', () => {
    fc.assert(
      fc.property(resultsOf(seriesFrames), (results) => {
        const made = applyTransformations(results, [{ type: 'labelsToFields' }]);
        expect(seriesOf(made).flatMap(samplesOf).sort()).toEqual(seriesOf(results).flatMap(samplesOf).sort());
      }),
    );
  });
});

describe('seriesToRows', () => {
  it('makes a row of each sample, in the order of time', () => {
    expect(tablesOf([a, b], { type: 'seriesToRows' })).toEqual([
      [
        ['time', 'Series', 'Value'],
        [1, 'a', 1],
        [1, 'b', 4],
        [2, 'b', 5],
        [2, 'load a', 10],
        [3, 'a', 3],
        [3, 'b', 6],
        [3, 'load a', 20],
        [4, 'load a', 30],
      ],
    ]);
  });

  it('has all samples, and moments in order', () => {
    fc.assert(
      fc.property(resultsOf(seriesFrames), (results) => {
        const frame = frameOf(results, { type: 'seriesToRows' });
        const samples = seriesOf(results).flatMap(samplesOf);
        expect(frame?.length ?? 0).toBe(samples.length);
        const [time, , value] = frame?.fields ?? [];
        expect([...((value as NumberField | undefined)?.values ?? [])].sort()).toEqual([...samples].sort());
        const times = [...((time as TimeField | undefined)?.values ?? [])];
        expect(times).toEqual([...times].sort((x, y) => x - y));
      }),
    );
  });
});

describe('timeSeriesTable', () => {
  it('makes a row of each series, with its course, its labels and its values', () => {
    const [table] = applyTransformations([a], [{ type: 'timeSeriesTable', reducers: ['max'] }]);
    expect(table?.frame.fields.map(({ kind, name }) => [kind, name])).toEqual([
      ['string', 'host'],
      ['series', 'Trend'],
      ['number', 'max'],
    ]);
    const course = (table?.frame.fields[1] as SeriesField | undefined)?.values[0];
    expect(course).toEqual({ times: timesOf(a.frame), field: a.frame.fields[1] });
    expect(course?.times, 'nothing is copied').toBe(timesOf(a.frame));
  });

  it('names what two results give so that they can be joined', () => {
    expect(tablesOf([a, b], { type: 'timeSeriesTable' }, { type: 'joinByField', field: 'host' })).toEqual([
      [
        ['host', 'Trend A', 'last A', 'Trend B', 'last B'],
        ['a', 3, 3, 30, 30],
        ['b', 6, 6, undefined, undefined],
      ],
    ]);
  });

  it('names series without labels', () => {
    const alone: TransformResult = { refId: 'A', frame: rangeFrame([1], [numberField({}, [1], 'x')]) };
    const [table] = applyTransformations([alone], [{ type: 'timeSeriesTable' }]);
    expect((table?.frame.fields[0] as StringField | undefined)?.values).toEqual(['x']);
  });
});

describe('histogram', () => {
  it('counts values in buckets of a round width, for each series or for all', () => {
    const frame = rangeFrame([1, 2, 3, 4], [up('a', [0, 0.1, 0.29, 0.3]), up('b', [1, undefined, Number.NaN, 0.31])]);
    expect(tablesOf([{ refId: 'A', frame }], { type: 'histogram', bucketSize: 0.1, isCombined: true })).toEqual([
      [
        ['from', 'to', 'Count'],
        [0, 0.1, 1],
        [0.1, 0.2, 1],
        [0.2, 0.3, 1],
        [0.3, 0.4, 2],
        ...[0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((from) => [from, (from * 10 + 1) / 10, 0]),
        [1, 1.1, 1],
      ],
    ]);
    expect(tablesOf([{ refId: 'A', frame }], { type: 'histogram', bucketCount: 2 })).toEqual([
      [
        ['from', 'to', 'a', 'b'],
        [0, 0.5, 4, 1],
        [0.5, 1, 0, 0],
        [1, 1.5, 0, 1],
      ],
    ]);
  });

  it('counts every finite value once, in the bucket that holds it, whatever the range', () => {
    fc.assert(
      fc.property(resultsOf(seriesFrames), fc.integer({ min: 1, max: 40 }), (results, bucketCount) => {
        const frame = frameOf(results, { type: 'histogram', bucketCount, isCombined: true });
        if (frame === undefined) return;
        const [from, to, count] = frame.fields as readonly NumberField[];
        const values = seriesOf(results).flatMap(({ values: own }) => finite(own));
        expect(count?.values.reduce((sum, one) => sum + one, 0)).toBe(values.length);
        expect(frame.length).toBeLessThanOrEqual(bucketCount * 2 + 2);
        expect([...(from?.values.slice(1) ?? [])]).toEqual([...(to?.values.slice(0, -1) ?? [])]);
        if (values.every((value) => Number.isInteger(value) && Math.abs(value) <= 50)) {
          for (const [row, low] of (from?.values ?? []).entries()) {
            const inside = values.filter((value) => value >= low && value < (to?.values[row] ?? 0));
            expect(count?.values[row]).toBe(inside.length);
          }
        }
      }),
    );
  });

  it('refuses buckets that would be too many', () => {
    expect(() => tablesOf([a], { type: 'histogram', bucketSize: 1e-6 })).toThrow(
      'buckets of 0.000001 from 1 to 6 are more than 1000; make bucketSize larger, or leave it out',
    );
  });
});
