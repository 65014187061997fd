import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Frame } from '../frame/Frame.ts';
import { resultsOf, seriesFrames, tableFrames } from '../testing/arbitraryResults.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { applyTransformations } from './applyTransformations.ts';
import { kinds } from './kinds.ts';
import { parseTransformations } from './parseTransformations.ts';
import type { Transformation } from './Transformation.ts';
import { TransformError } from './TransformError.ts';
import type { TransformResult } from './TransformResult.ts';

/** Steps of every kind, with fields that random results have, or not. */
const steps: readonly Transformation[] = [
  { type: 'reduce' },
  { type: 'reduce', reducers: ['min', 'mean', 'count'], hasLabels: true },
  { type: 'reduce', mode: 'series', reducers: ['sum'] },
  { type: 'organize', order: ['y', 'x'], hide: ['zone', 'a'], rename: { host: 'Host', b: 'B', x: 'x' } },
  { type: 'filterByName', pattern: '^(a|x|host)' },
  { type: 'filterByName', names: ['x', 'time', 'a'], isExcluding: true },
  { type: 'filterByValue', match: 'any', conditions: [{ field: 'x', is: 'greater', value: 0 }] },
  { type: 'filterByValue', conditions: [{ field: 'host', is: 'matches', value: '^b\\d' }], isExcluding: true },
  { type: 'joinByField' },
  { type: 'joinByField', mode: 'inner' },
  { type: 'joinByField', field: 'host' },
  { type: 'merge' },
  {
    type: 'groupBy',
    by: ['host'],
    fields: [
      { field: 'x', reducers: ['sum', 'last'] },
      { field: 'zone', reducers: ['first', 'max', 'count', 'mean'] },
    ],
  },
  { type: 'groupBy', by: ['time'] },
  { type: 'sortBy', by: [{ field: 'host' }, { field: 'x', isDescending: true }] },
  { type: 'limit', count: 3, keep: 'last' },
  {
    type: 'calculateField',
    calculation: { mode: 'binary', left: { field: 'x' }, operator: '/', right: { field: 'y' } },
  },
  { type: 'calculateField', calculation: { mode: 'unary', operator: 'log10', field: 'y' }, isReplacing: true },
  { type: 'calculateField', calculation: { mode: 'reduce', reducer: 'max' }, name: 'most' },
  { type: 'calculateField', calculation: { mode: 'index' } },
  { type: 'labelsToFields' },
  { type: 'labelsToFields', labels: ['zone', 'nowhere'] },
  { type: 'seriesToRows' },
  { type: 'timeSeriesTable', reducers: ['last', 'mean'] },
  { type: 'histogram', isCombined: true },
  { type: 'histogram', bucketCount: 4 },
  { type: 'renameByRegex', pattern: '(h)(o)st|a', replacement: '$2$1-$&$9$$' },
];

const anyResults = fc.oneof(resultsOf(seriesFrames), resultsOf(tableFrames));

function expectWellFormed({ length, fields }: Frame): void {
  for (const field of fields) {
    expect(field.values).toHaveLength(length);
    if (field.kind === 'time' || field.kind === 'number') expect(field.values).toBeInstanceOf(Float64Array);
    if (field.kind !== 'number' || field.gaps === undefined) continue;
    expect(field.gaps).toHaveLength(length);
    expect(field.gaps.includes(1), 'a column without a gap has no gaps array').toBe(true);
    expect(field.gaps.every((gap, row) => gap === 0 || Number.isNaN(field.values[row]))).toBe(true);
  }
}

const run = (
  results: readonly TransformResult[],
  all: readonly Transformation[],
): readonly TransformResult[] | Error => {
  try {
    return applyTransformations(results, all, { locale: 'en' });
  } catch (thrown) {
    if (thrown instanceof TransformError) return thrown;
    throw thrown;
  }
};

describe('every kind of transformation', () => {
  it('is in the list above', () => {
    expect(new Set(steps.map(({ type }) => type))).toEqual(new Set(Object.keys(kinds)));
    expect(parseTransformations(steps)).toEqual(steps);
  });

  it.each(steps.map((step) => [step.type, step] as const))(
    '%s gives well-formed frames of its queries, the same each time, or an error that names it, and leaves what it is given alone',
    (type, step) => {
      fc.assert(
        fc.property(anyResults, (results) => {
          const before = structuredClone(results);
          const made = run(results, [step]);
          expect(results).toEqual(before);
          expect(run(results, [step])).toEqual(made);
          if (made instanceof Error) {
            expect(made).toMatchObject({ index: 0, type, code: 'invalid' });
            return;
          }
          const given = new Set(results.map(({ refId }) => refId));
          for (const { refId, sources = [refId], frame } of made) {
            expect(sources.every((source) => given.has(source)) && sources.includes(refId)).toBe(true);
            expectWellFormed(frame);
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  it('works in any sequence', () => {
    fc.assert(
      fc.property(anyResults, fc.array(fc.constantFrom(...steps), { maxLength: 5 }), (results, chosen) => {
        const made = run(results, chosen);
        if (!(made instanceof Error)) for (const { frame } of made) expectWellFormed(frame);
      }),
      { numRuns: 150 },
    );
  });

  it('gives nothing for nothing', () => {
    for (const step of steps) expect(applyTransformations([], [step]), step.type).toEqual([]);
  });
});

describe('applyTransformations', () => {
  const frame = rangeFrame([1, 2, 3], [numberField({ host: 'a' }, [1, 2, 3])]);
  const results: readonly TransformResult[] = [
    { refId: 'A', frame },
    { refId: 'B', frame },
    { refId: 'C', frame },
  ];

  it('gives the results themselves where nothing is to be done', () => {
    expect(applyTransformations(results, [])).toBe(results);
    const unchanged = applyTransformations(results, [
      { type: 'limit', count: 9 },
      { type: 'sortBy', by: [{ field: 'time' }] },
      { type: 'organize', rename: { nothing: 'x' } },
      { type: 'filterByValue', conditions: [{ field: 'a', is: 'notNull' }] },
      { type: 'limit', count: 0, queries: ['Z'] },
    ]);
    expect(unchanged.every((result, index) => result === results[index])).toBe(true);
  });

  it('is applied to the queries that it names, and leaves the others where they are', () => {
    const limited = applyTransformations(results, [{ type: 'limit', count: 1, queries: ['B'] }]);
    expect(limited.map((result) => result.frame.length)).toEqual([3, 1, 3]);
    expect([limited[0], limited[2]]).toEqual([results[0], results[2]]);
    const joined = applyTransformations(results, [{ type: 'joinByField', queries: ['B', 'C'] }]);
    expect(joined.map(({ refId, sources }) => [refId, sources])).toEqual([
      ['A', undefined],
      ['B', ['B', 'C']],
    ]);
    const later = applyTransformations(joined, [{ type: 'limit', count: 1, queries: ['C'] }]);
    expect(later.map((result) => result.frame.length)).toEqual([3, 1]);
  });

  it('says which step cannot be applied, and what there is instead', () => {
    const all: readonly Transformation[] = [
      { type: 'limit', count: 1 },
      { type: 'sortBy', by: [{ field: 'nope' }] },
    ];
    expect(() => applyTransformations(results, all)).toThrow(
      'transformations[1] (sortBy): "nope" is no field of the results, which have "time", "a"',
    );
  });

  it('has nothing against a field that is missing because the query found nothing', () => {
    const none: readonly TransformResult[] = [{ refId: 'A', frame: rangeFrame([1, 2], []) }];
    expect(applyTransformations(none, [{ type: 'sortBy', by: [{ field: 'nope' }] }])).toEqual(none);
  });

  it('shortens names that are too long for a message', () => {
    const fields = Array.from(
      { length: 20 },
      (_, index): Field => ({
        kind: 'string',
        name: 'x'.repeat(10_000 + index),
        values: [],
      }),
    );
    const wide: readonly TransformResult[] = [{ refId: 'A', frame: { length: 0, fields } }];
    expect(() => applyTransformations(wide, [{ type: 'sortBy', by: [{ field: 'nope' }] }])).toThrow(
      /which have ("x{60}…", ){7}"x{60}…" and 12 more$/,
    );
  });
});
