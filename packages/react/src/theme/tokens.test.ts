import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SERIES_COLORS } from './seriesColors.ts';
import { SEMANTIC_COLORS } from './themeColor.ts';

type Rgb = readonly [number, number, number];

const css = fs.readFileSync(path.join(import.meta.dirname, '../styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--gp-([\w-]+):\s*([^;]+);/g)].map(([, name, value]): [string, readonly [string, string]] => {
    const [, light, dark] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value ?? '') ?? [];
    return [name ?? '', [light ?? value ?? '', dark ?? value ?? '']];
  }),
);
const themes = ['light', 'dark'] as const;
const seriesNames = SERIES_COLORS.map((_, index) => `series-${index + 1}`);
const surfaces = ['surface', 'surface-raised', 'surface-sunken'];

/** The colour in linear light. */
function color(name: string, theme: (typeof themes)[number]): Rgb {
  const hex = tokens.get(name)?.[theme === 'light' ? 0 : 1] ?? '';
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Contrast as WCAG 2 defines it. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** How colours look to eyes without one kind of cones (Machado, Oliveira, Fernandes 2009), in linear light. */
const VISION: Readonly<Record<string, readonly number[]>> = {
  common: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function seen([red, green, blue]: Rgb, vision: string): Rgb {
  const m = VISION[vision] ?? [];
  const row = (at: number): number =>
    Math.min(1, Math.max(0, (m[at] ?? 0) * red + (m[at + 1] ?? 0) * green + (m[at + 2] ?? 0) * blue));
  return [row(0), row(3), row(6)];
}

/** The colour in OKLab, where distances are about as large as they look. */
function oklab([red, green, blue]: Rgb): Rgb {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe.each(themes)('the %s theme', (theme) => {
  it('draws series and semantic colours at 3:1 or more on every surface', () => {
    const weak = surfaces.flatMap((surface) =>
      [...seriesNames, ...Object.keys(SEMANTIC_COLORS), 'focus', 'border-strong']
        .filter((name) => contrast(color(name, theme), color(surface, theme)) < 3)
        .map((name) => `${name} on ${surface}`),
    );
    expect(weak).toEqual([]);
  });

  it('writes text, semantic colours among it, at 4.5:1 or more on every surface', () => {
    const weak = surfaces.flatMap((surface) =>
      ['text', 'text-muted', 'accent', ...Object.keys(SEMANTIC_COLORS)]
        .filter((name) => contrast(color(name, theme), color(surface, theme)) < 4.5)
        .map((name) => `${name} on ${surface}`),
    );
    expect(weak).toEqual([]);
  });

  it.each(Object.keys(VISION))(
    'has a colour for what is good that %s vision tells from those for what is not',
    (vision) => {
      const seenAs = (name: string): Rgb => oklab(seen(color(name, theme), vision));
      const alike = ['warning', 'serious', 'critical'].filter((name) => distance(seenAs('good'), seenAs(name)) < 0.05);
      expect(alike).toEqual([]);
    },
  );

  it.each(Object.keys(VISION))('has series colours that %s vision tells apart', (vision) => {
    const colors = seriesNames.map((name) => ({ name, lab: oklab(seen(color(name, theme), vision)) }));
    const alike = colors.flatMap(({ name, lab }, index) =>
      colors
        .slice(index + 1)
        .filter((other) => distance(lab, other.lab) < (vision === 'common' ? 0.09 : 0.05))
        .map((other) => `${name} and ${other.name}`),
    );
    expect(alike).toEqual([]);
  });
});

describe('the stylesheet and the colours for charts without one', () => {
  it('are the same in the light theme', () => {
    expect(seriesNames.map((name) => tokens.get(name)?.[0])).toEqual(SERIES_COLORS);
    expect(Object.fromEntries(Object.keys(SEMANTIC_COLORS).map((name) => [name, tokens.get(name)?.[0]]))).toEqual(
      SEMANTIC_COLORS,
    );
  });
});
