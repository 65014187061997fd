import { expect, it } from 'vitest';
import { WeightedCache } from './WeightedCache.ts';

const keysOf = (cache: WeightedCache<string>): string =>
  'abcde'
    .split('')
    .filter((key) => cache.get(key) !== undefined)
    .join('');

it('forgets what was used longest ago when there are too many', () => {
  const cache = new WeightedCache<string>(2, 100);
  cache.set('a', 'A', 1);
  cache.set('b', 'B', 1);
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C', 1);
  expect(keysOf(cache)).toBe('ac');
});

it('forgets until the weights fit, and counts a replaced value once', () => {
  const cache = new WeightedCache<string>(10, 10);
  cache.set('a', 'A', 4);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  expect(keysOf(cache)).toBe('ab');
  cache.set('c', 'C', 9);
  expect(keysOf(cache)).toBe('c');
});

it('does not remember what is too heavy alone', () => {
  const cache = new WeightedCache<string>(10, 10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  cache.set('b', 'B', 11);
  expect(keysOf(cache)).toBe('a');
});
