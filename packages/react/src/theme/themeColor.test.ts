import { describe, expect, it } from 'vitest';
import { scaleFill, themeColor } from './themeColor.ts';

describe('themeColor', () => {
  it('takes semantic names and hex colours', () => {
    expect([themeColor('good'), themeColor('#abc'), themeColor('#A1B2C3')]).toEqual([
      'var(--gp-good, #1a7f45)',
      '#abc',
      '#A1B2C3',
    ]);
  });

  it('takes places in the palette', () => {
    expect([themeColor('series-1'), themeColor('series-10')]).toEqual([
      'var(--gp-series-1, #4173e2)',
      'var(--gp-series-10, #324260)',
    ]);
  });

  it('takes places on a scale of colours, one for each theme where they differ', () => {
    expect(themeColor('viridis@0.5')).toMatch(/^light-dark\(#[\da-f]{6}, #[\da-f]{6}\)$/);
    expect(scaleFill('viridis@0')).toEqual({ fill: '#440154', text: '#ffffff' });
    expect(scaleFill('viridis@1')).toEqual({ fill: '#fde725', text: '#000000' });
    expect([scaleFill('good'), scaleFill(undefined)]).toEqual([undefined, undefined]);
  });

  it.each([
    'series-0',
    'series-11',
    'blues@2',
    'x) @0.5',
    'red',
    'url(https://evil.example)',
    '#12',
    '#12345z',
    'constructor',
    '',
  ])('takes %j for neutral', (color) => {
    expect(themeColor(color)).toBe('var(--gp-neutral, #5b6472)');
  });
});
