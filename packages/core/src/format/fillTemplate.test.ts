import { describe, expect, it } from 'vitest';
import { fillTemplate, splitTemplate } from './fillTemplate.ts';

describe('templates', () => {
  it('fill in names between double braces, spaces aside', () => {
    expect(fillTemplate('{{a}} {{ b }}{{}} {c} {{{d}}} $& {{e', (name) => `[${name}]`)).toBe(
      '[a] [b][] {c} {[d]} $& {{e',
    );
    expect(splitTemplate('x{{ a }}{{b}}y')).toEqual(['x', 'a', '', 'b', 'y']);
  });

  it('are read once, however many braces and spaces they have', () => {
    // Each of these took minutes where spaces could be shared out between three parts of an expression.
    const spaces = `{{${' '.repeat(100_000)}`;
    const braces = '{{'.repeat(50_000);
    expect([spaces, braces].map((template) => fillTemplate(template, () => ''))).toEqual([spaces, braces]);
    expect(splitTemplate(spaces)).toEqual([spaces]);
  });
});
