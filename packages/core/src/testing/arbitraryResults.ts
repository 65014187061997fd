import fc from 'fast-check';
import type { Field, Frame, NumberField } from '../frame/Frame.ts';
import type { TransformResult } from '../transform/TransformResult.ts';
import { numberField } from './frames.ts';

const cell: fc.Arbitrary<number | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -50, max: 50 }) },
  fc.constantFrom(undefined, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e308, -1e308, 5e-324, -0),
);

const labels: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  { __name__: fc.constantFrom('up', 'load'), host: fc.constantFrom('a', 'b', 'c'), zone: fc.constantFrom('eu', '<b>') },
  { requiredKeys: [] },
);

/** Cells of a column; small whole numbers mostly, so that sums are exact. */
function cells(length: number): fc.Arbitrary<(number | undefined)[]> {
  return fc.array(cell, { minLength: length, maxLength: length });
}

/** A frame as a range query gives it, of 0 to 8 steps, with names and labels that may be equal. */
export const seriesFrames: fc.Arbitrary<Frame> = fc.integer({ min: 0, max: 8 }).chain((length) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: length, maxLength: length }),
      fc.array(fc.tuple(labels, cells(length)), { maxLength: 4 }),
    )
    .map(([times, series]) => ({
      length,
      fields: [
        { kind: 'time', name: 'time', values: Float64Array.from(times).sort() },
        ...series.map(([own, values]) => numberField(own, values)),
      ],
    })),
);

/** A table: two columns of texts that may be empty and equal, and two of numbers, one of them of the given cells. */
export const tableFrames: fc.Arbitrary<Frame> = fc.integer({ min: 0, max: 10 }).chain((length) => {
  const texts = fc.array(fc.constantFrom('', 'a', 'b', 'b10', 'b9'), { minLength: length, maxLength: length });
  return fc.tuple(texts, texts, cells(length), cells(length)).map(([host, zone, x, y]): Frame => {
    const fields: readonly Field[] = [
      { kind: 'string', name: 'host', values: host },
      { kind: 'string', name: 'zone', values: zone },
      numberField({}, x, 'x'),
      numberField({}, y, 'y'),
    ];
    return { length, fields };
  });
});

const refIds = ['A', 'B', 'C'];

/** What up to three queries gave. */
export function resultsOf(frames: fc.Arbitrary<Frame>): fc.Arbitrary<readonly TransformResult[]> {
  const legend = fc.constantFrom(undefined, '{{host}}', 'load');
  return fc
    .array(fc.tuple(frames, legend), { maxLength: 3 })
    .map((all) => all.map(([frame, template], index) => ({ refId: refIds[index] ?? '', legend: template, frame })));
}

/** The samples of a field: no gaps. */
export function samplesOf({ values, gaps }: NumberField): readonly number[] {
  return [...values].filter((_, row) => gaps?.[row] !== 1);
}
