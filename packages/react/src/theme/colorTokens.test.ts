import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIGHT_COLORS, tokenColor } from './colorTokens.ts';
import { DARK_COLORS } from './darkColors.ts';

const css = fs.readFileSync(path.join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--gp-([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name = '', light, dark]) => [
    name,
    [light, dark],
  ]),
);

describe('the colours of pictures without a stylesheet', () => {
  it.each(Object.keys(LIGHT_COLORS) as (keyof typeof LIGHT_COLORS)[])('has %s as the stylesheet has it', (name) => {
    expect([LIGHT_COLORS[name], DARK_COLORS[name]]).toEqual(pairs.get(name));
  });

  it('names a custom property, with its light value behind it', () => {
    expect(tokenColor('text-muted')).toBe('var(--gp-text-muted, #5c6675)');
  });
});
