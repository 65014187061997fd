import { expect, it } from 'vitest';
import { interpolateText } from './interpolateText.ts';
import { variablesIn } from './variableReferences.ts';

it('names each variable once, in order of first use', () => {
  expect(variablesIn(`rate(x{a="$b", c=~"\${a:regex}"}[$__interval]) + $b + "$1 \${2} $"`)).toEqual([
    'b',
    'a',
    '__interval',
  ]);
});

it('fills variables into text for people and leaves unknown ones alone', () => {
  const text = `CPU of $host on \${os} ($none, \${none:csv}), costs $5`;
  expect(interpolateText(text, { host: ['a', 'b'], os: '$__all' })).toBe(
    `CPU of a, b on All (\${none}, \${none:csv}), costs $5`,
  );
});
