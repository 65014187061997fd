import { expect, it } from 'vitest';
import { numberField, rangeFrame } from '../testing/frames.ts';
import type { Frame } from './Frame.ts';
import { frameToRows } from './frameToRows.ts';
import { labelsKey } from './labelsKey.ts';
import { shareFrame } from './shareFrame.ts';

const build = (): Frame =>
  rangeFrame([1, 2, 3], [numberField({ a: 'x' }, [1, undefined, Number.NaN]), numberField({ a: 'y' }, [1, 2, 3])]);
const text = (value: string): Frame => ({ length: 1, fields: [{ kind: 'string', name: 'value', values: [value] }] });

it('gives the first frame where the second has the same content', () => {
  const first = build();
  expect(shareFrame(first, build())).toBe(first);
  const hello = text('hello');
  expect(shareFrame(hello, text('hello'))).toBe(hello);
});

it.each<[string, Frame]>([
  [
    'another value',
    rangeFrame([1, 2, 3], [numberField({ a: 'x' }, [1, undefined, 7]), numberField({ a: 'y' }, [1, 2, 3])]),
  ],
  [
    'a value that is no number instead of a gap',
    rangeFrame([1, 2, 3], [numberField({ a: 'x' }, [1, Number.NaN, Number.NaN]), numberField({ a: 'y' }, [1, 2, 3])]),
  ],
  [
    'another time',
    rangeFrame([1, 2, 4], [numberField({ a: 'x' }, [1, undefined, Number.NaN]), numberField({ a: 'y' }, [1, 2, 3])]),
  ],
  [
    'another label',
    rangeFrame([1, 2, 3], [numberField({ b: 'x' }, [1, undefined, Number.NaN]), numberField({ a: 'y' }, [1, 2, 3])]),
  ],
  [
    'another name',
    rangeFrame(
      [1, 2, 3],
      [numberField({ a: 'x' }, [1, undefined, Number.NaN], 'n'), numberField({ a: 'y' }, [1, 2, 3])],
    ),
  ],
  ['fewer series', rangeFrame([1, 2, 3], [numberField({ a: 'x' }, [1, undefined, Number.NaN])])],
  ['a text', text('x')],
])('gives the second frame where it has %s', (_, second) => {
  expect(shareFrame(build(), second)).toBe(second);
});

it('gives a frame row by row, gaps apart from values that are no number', () => {
  expect(frameToRows(build())).toEqual([
    [1, 1, 1],
    [2, undefined, 2],
    [3, Number.NaN, 3],
  ]);
  expect(frameToRows(text('a'))).toEqual([['a']]);
});

it('makes one key of the same labels in any order, and different keys of different labels', () => {
  expect(labelsKey({ a: '1', b: '2' })).toBe(labelsKey({ b: '2', a: '1' }));
  expect(labelsKey({ a: '1,b:2' })).not.toBe(labelsKey({ a: '1', b: '2' }));
  expect(labelsKey(Object.fromEntries([['__proto__', 'x']]))).not.toBe(labelsKey({}));
});
