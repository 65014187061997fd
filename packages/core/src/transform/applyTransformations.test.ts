import { describe, expect, it } from 'vitest';
import { frameToRows } from '../frame/frameToRows.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { applyTransformations } from './applyTransformations.ts';
import { parseTransformations } from './parseTransformations.ts';
import type { TransformResult } from './TransformResult.ts';

const results: readonly TransformResult[] = [
  {
    refId: 'A',
    frame: rangeFrame(
      [1, 2, 3],
      [
        numberField({ __name__: 'up', host: 'a' }, [1, undefined, 3]),
        numberField({ __name__: 'up', host: 'b' }, [4, 5, 6]),
      ],
    ),
  },
  {
    refId: 'B',
    legend: 'load {{host}}',
    frame: rangeFrame([2, 3, 4], [numberField({ __name__: 'load', host: 'a' }, [10, 20, 30])]),
  },
];
const run = (steps: unknown) =>
  applyTransformations(results, parseTransformations(steps)).map((r) => ({
    ...r,
    frame: [
      r.frame.fields.map((f) => (f.kind === 'number' ? (f.displayName ?? f.name) : f.name)),
      ...frameToRows(r.frame),
    ],
  }));
it('x', () => {
  for (const s of [
    [{ type: 'reduce', reducers: ['last', 'max'], hasLabels: true }],
    [{ type: 'reduce', mode: 'series' }],
    [{ type: 'joinByField' }],
    [{ type: 'joinByField', mode: 'inner' }],
    [{ type: 'merge' }],
    [
      { type: 'seriesToRows' },
      {
        type: 'groupBy',
        by: ['Series'],
        fields: [
          { field: 'Value', reducers: ['sum', 'count'] },
          { field: 'time', reducers: ['last'] },
        ],
      },
    ],
    [{ type: 'labelsToFields' }, { type: 'sortBy', by: [{ field: 'host', isDescending: true }] }],
    [{ type: 'timeSeriesTable' }, { type: 'merge' }],
    [{ type: 'histogram', bucketCount: 5 }],
    [
      { type: 'joinByField' },
      {
        type: 'calculateField',
        calculation: { mode: 'binary', left: { field: 'a' }, operator: '/', right: { field: 'load a' } },
      },
      { type: 'filterByValue', conditions: [{ field: 'a', is: 'notNull' }] },
    ],
    [
      { type: 'renameByRegex', queries: ['B'], pattern: '^(l)oad (.*)$', replacement: '$2-$1' },
      { type: 'limit', count: 1, keep: 'last' },
    ],
    [
      { type: 'organize', hide: ['a'], rename: { b: 'Bee' } },
      { type: 'filterByName', pattern: 'Be+' },
    ],
  ])
    console.log(
      JSON.stringify(s),
      '\n',
      run(s)
        .map((x) => JSON.stringify(x))
        .join('\n '),
    );
  for (const bad of [
    5,
    [{}],
    [{ type: 'nope' }],
    [
      { type: 'limit' },
      { type: 'calculateField', calculation: { mode: 'x' } },
      { type: 'calculateField', calculation: { mode: 'binary', left: {}, operator: '+', right: { value: 1 } } },
      { type: 'renameByRegex', pattern: '(', replacement: '' },
    ],
  ]) {
    try {
      parseTransformations(bad);
    } catch (e) {
      console.log((e as Error).message);
    }
  }
  try {
    run([{ type: 'sortBy', by: [{ field: 'zz' }] }]);
  } catch (e) {
    console.log((e as Error).message);
  }
  try {
    run([
      {
        type: 'calculateField',
        calculation: { mode: 'binary', left: { field: 'a' }, operator: '/', right: { field: 'load a' } },
      },
    ]);
  } catch (e) {
    console.log((e as Error).message);
  }
});
