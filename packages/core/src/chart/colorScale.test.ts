import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColorTheme, colorScale, colorScaleNames, scaleColorAt } from './colorScale.ts';
import { hexToOklab, type Oklab, oklabToHex } from './oklab.ts';
import { textOn } from './textOn.ts';

const themes: readonly ColorTheme[] = ['light', 'dark'];
const SURFACES = { light: ['#ffffff', '#f4f6f9'], dark: ['#15181e', '#1d2129', '#0e1015'] } as const;
const cases = themes.flatMap((theme) => colorScaleNames.map((name) => [name, theme] as const));
const diverging = ['blue-orange', 'blue-red', 'purple-green'];
const steps = (name: string, theme: ColorTheme, count: number): readonly string[] =>
  Array.from({ length: count + 1 }, (_, index) => colorScale(name, theme)(index / count));

type Rgb = readonly [number, number, number];

function linear(hex: string): Rgb {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function contrast(a: string, b: string): number {
  const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function distance(a: Oklab, b: Oklab): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Eyes without one kind of cones (Machado, Oliveira, Fernandes 2009), in linear light. */
const VISION: Readonly<Record<string, readonly number[]>> = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen(hex: string, vision: string): Oklab {
  const m = VISION[vision] ?? [];
  const [red, green, blue] = linear(hex);
  const encode = (at: number): string => {
    const [forRed = 0, forGreen = 0, forBlue = 0] = m.slice(at);
    const value = Math.min(1, Math.max(0, forRed * red + forGreen * green + forBlue * blue));
    const channel = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return hexToOklab(`#${encode(0)}${encode(3)}${encode(6)}`);
}

describe.each(cases)('the scale %s in the %s theme', (name, theme) => {
  const isDiverging = diverging.includes(name);

  it('is hex, whatever the ratio', () => {
    const ratios = [0, 1, 0.5, -3, 7, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    expect(ratios.map(colorScale(name, theme)).filter((hex) => !/^#[\da-f]{6}$/.test(hex))).toEqual([]);
  });

  it('goes in steps that look alike', () => {
    const colors = steps(name, theme, 10).map(hexToOklab);
    const lengths = colors.slice(1).map((color, index) => distance(color, colors[index] ?? color));
    expect(Math.min(...lengths)).toBeGreaterThan(0.02);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(2.2);
  });

  it('changes its lightness in one way, or in one way on either side of its middle', () => {
    const lightness = steps(name, theme, 20).map((hex) => hexToOklab(hex)[0]);
    const parts = isDiverging ? [lightness.slice(0, 11).reverse(), lightness.slice(10)] : [lightness];
    for (const part of parts) {
      const sign = Math.sign((part.at(-1) ?? 0) - (part[0] ?? 0));
      expect(part.slice(1).every((one, index) => (one - (part[index] ?? 0)) * sign > 0)).toBe(true);
    }
  });

  it.each(Object.keys(VISION))('is told apart by eyes with %s', (vision) => {
    const colors = steps(name, theme, 4).map((hex) => seen(hex, vision));
    const pairs = colors.flatMap((color, index) => colors.slice(index + 1).map((other) => distance(color, other)));
    expect(Math.min(...pairs)).toBeGreaterThan(0.07);
  });

  it('has text on it that is read at 4.5:1', () => {
    expect(steps(name, theme, 20).filter((hex) => contrast(hex, textOn(hex)) < 4.5)).toEqual([]);
  });

  it('is read as text at 4.5:1 on every surface, where it is used for that', () => {
    const inks = Array.from({ length: 21 }, (_, index) => scaleColorAt(`${name}@${index / 20}`, theme, 'ink') ?? '');
    const weak = inks.filter((ink) => SURFACES[theme].some((surface) => contrast(ink, surface) < 4.5));
    expect(weak).toEqual([]);
  });

  it.skipIf(['viridis', 'magma', 'cividis'].includes(name))('stands out from the surface at its strong end', () => {
    expect(contrast(colorScale(name, theme)(1), SURFACES[theme][0])).toBeGreaterThan(4.5);
  });
});

describe('scales of colours', () => {
  it('are read from the colours of values', () => {
    expect(scaleColorAt('viridis@1')).toBe('#fde725');
    expect(scaleColorAt('blues@0.25', 'dark')).toBe(colorScale('blues', 'dark')(0.25));
    expect(
      ['blues', 'blues@2', 'blues@x', '#fff', 'good', '@0.5', 'url(x)@0.5'].map((one) => scaleColorAt(one)),
    ).toEqual(Array(7).fill(undefined));
  });

  it('are blues where the name is unknown, one of objects among them', () => {
    for (const name of ['nothing', '', '__proto__', 'constructor'])
      expect(colorScale(name)(0.7)).toBe(colorScale('blues')(0.7));
  });

  it('come back from OKLab as they went in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (color) => {
        const hex = `#${color.toString(16).padStart(6, '0')}`;
        expect(oklabToHex(hexToOklab(hex))).toBe(hex);
      }),
    );
  });
});
