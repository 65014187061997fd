import { expect, it } from 'vitest';
import { LabelSet } from './LabelSet.ts';

it.each([
  [[['b', '2']], { a: '1', b: '2', c: '3' }],
  [[['a', 'x']], { a: 'x', c: '3' }],
  [[['c', '']], { a: '1' }],
  [[['b', '']], { a: '1', c: '3' }],
  [
    [
      ['d', '4'],
      ['0', '0'],
      ['d', ''],
    ],
    { 0: '0', a: '1', c: '3' },
  ],
  [[['__proto__', 'p']], JSON.parse('{"__proto__":"p","a":"1","c":"3"}')],
] as const)('labels with %j set are in order', (changes, want) => {
  const labels = LabelSet.from({ c: '3', a: '1' });
  const changed = labels.with(changes);
  expect(Object.entries(changed.toLabels())).toEqual(Object.entries(want));
  expect(changed.names).toEqual([...changed.names].sort());
  expect(labels.toLabels()).toEqual({ a: '1', c: '3' });
});
