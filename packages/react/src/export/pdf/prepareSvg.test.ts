import { describe, expect, it } from 'vitest';
import { needsFont, prepareSvg } from './prepareSvg.ts';

const svg = (text: string): string => `<svg font-family="system-ui"><text font-weight="600">${text}</text></svg>`;
const greek = { family: 'DejaVu Sans', hasCharacter: (character: string) => character === 'Δ' };

describe('needsFont', () => {
  it('is content with what every PDF reader can write', () => {
    expect(needsFont(svg('Größe – “5 µs” • 3 € … 12\u202f% −4'))).toBe(false);
    expect([needsFont(svg('Δ')), needsFont(svg('✓'))]).toEqual([true, true]);
  });
});

describe('prepareSvg', () => {
  it('writes common text in a font of the reader', () => {
    expect(prepareSvg(svg('12\u202f%'), undefined)).toEqual({
      svg: '<svg font-family="helvetica"><text font-weight="bold">12\u00a0%</text></svg>',
      isLossy: false,
    });
  });

  it('writes a text in the embedded font where it needs it, and tells what no font has', () => {
    expect(prepareSvg(svg('<tspan font-family="monospace">Δ</tspan>監'), greek)).toEqual({
      svg: '<svg font-family="helvetica"><text font-family="DejaVu Sans" font-weight="bold"><tspan>Δ</tspan>?</text></svg>',
      isLossy: true,
    });
  });
});
