import { describe, expect, it } from 'vitest';
import { LIGHT_COLORS } from '../theme/colorTokens.ts';
import { DARK_COLORS } from '../theme/darkColors.ts';
import { resolveColors } from './resolveColors.ts';

describe('resolveColors', () => {
  it('puts the colours of the theme in the place of its properties', () => {
    const svg = '<path stroke="var(--gp-text, #1b2230)" fill="var(--gp-good)"/>';
    expect(resolveColors(svg, { ...LIGHT_COLORS, text: '#abcdef' })).toBe('<path stroke="#abcdef" fill="#1a7f45"/>');
  });

  it('takes of two colours the one of the theme', () => {
    const svg = '<path fill="light-dark(#111111, #eeeeee)" stroke="light-dark(#222222, #dddddd)"/>';
    expect(resolveColors(svg, LIGHT_COLORS)).toBe('<path fill="#111111" stroke="#222222"/>');
    expect(resolveColors(svg, DARK_COLORS)).toBe('<path fill="#eeeeee" stroke="#dddddd"/>');
  });

  it('leaves texts alone', () => {
    expect(resolveColors('<text>var(--gp-text)</text>', LIGHT_COLORS)).toBe('<text>var(--gp-text)</text>');
  });

  it('falls back for a property that the theme does not know, one of objects among them', () => {
    const svg = '<path stroke="var(--gp-mine, rgb(1, 2, 3))" fill="var(--gp-constructor, red)"/>';
    expect(resolveColors(svg, LIGHT_COLORS)).toBe('<path stroke="rgb(1, 2, 3)" fill="red"/>');
  });
});
