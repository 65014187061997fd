import { describe, expect, it } from 'vitest';
import { themeColor } from './themeColor.ts';

describe('themeColor', () => {
  it('takes semantic names and hex colours', () => {
    expect([themeColor('good'), themeColor('#abc'), themeColor('#A1B2C3')]).toEqual([
      'var(--gp-good, #1a7f45)',
      '#abc',
      '#A1B2C3',
    ]);
  });

  it.each(['red', 'url(https://evil.example)', '#12', '#12345z', 'constructor', ''])(
    'takes %j for neutral',
    (color) => {
      expect(themeColor(color)).toBe('var(--gp-neutral, #5b6472)');
    },
  );
});
