import { describe, expect, it } from 'vitest';
import { sortedBy } from './PinnedContent.ts';

const keys = {
  nameOf: ([name]: readonly [string, number | undefined]) => name,
  orderOf: ([, value]: readonly [string, number | undefined]) => value,
};
const items: readonly (readonly [string, number | undefined])[] = [
  ['disk 10', 1],
  ['none', undefined],
  ['disk 9', Number.NaN],
  ['c', 7],
  ['a', Number.POSITIVE_INFINITY],
  ['b', Number.NEGATIVE_INFINITY],
];
const named = (sort: 'series' | 'value' | 'name'): readonly string[] =>
  sortedBy(items, sort, keys).map(([name]) => name);

describe('sortedBy', () => {
  it('gives the largest first, infinities at their ends, and what is no number last', () => {
    expect(named('value')).toEqual(['a', 'c', 'disk 10', 'b', 'none', 'disk 9']);
  });

  it('knows numbers in names', () => {
    expect(named('name')).toEqual(['a', 'b', 'c', 'disk 9', 'disk 10', 'none']);
  });

  it('leaves the order of the series alone', () => {
    expect(named('series')).toEqual(items.map(([name]) => name));
  });
});
