import { hexToOklab, type Oklab, oklabToHex } from './oklab.ts';

/**
 * The theme that a colour stands in.
 *
 * @public
 */
export type ColorTheme = 'light' | 'dark';

/** A hue that becomes stronger: how much colour it has at its strongest, and its angle at the pale and the strong end. */
interface Hue {
  readonly chroma: number;
  readonly pale: number;
  readonly strong: number;
}

const HUES: Readonly<Record<string, Hue>> = {
  blues: { chroma: 0.15, pale: 230, strong: 262 },
  greens: { chroma: 0.13, pale: 145, strong: 155 },
  oranges: { chroma: 0.15, pale: 80, strong: 45 },
  reds: { chroma: 0.17, pale: 35, strong: 22 },
  purples: { chroma: 0.16, pale: 310, strong: 295 },
  greys: { chroma: 0.012, pale: 260, strong: 260 },
};

/** From the hue of the low end to that of the high end, pale between. Each pair differs to every eye: none is red and green. */
const DIVERGING: Readonly<Record<string, readonly [low: Hue, high: Hue]>> = {
  'blue-orange': [
    { chroma: 0.15, pale: 250, strong: 258 },
    { chroma: 0.15, pale: 70, strong: 50 },
  ],
  'blue-red': [
    { chroma: 0.15, pale: 250, strong: 262 },
    { chroma: 0.17, pale: 30, strong: 22 },
  ],
  'purple-green': [
    { chroma: 0.16, pale: 310, strong: 300 },
    { chroma: 0.13, pale: 140, strong: 150 },
  ],
};

/** Scales through several hues, whose lightness grows with the value; they are the same in both themes. */
const STOPS: Readonly<Record<string, string>> = {
  viridis: '#440154 #46327e #365c8d #277f8e #1fa187 #4ac16d #a0da39 #fde725',
  magma: '#140e36 #3b0f70 #641a80 #8c2981 #b73779 #de4968 #f7705c #fe9f6d #fecf92 #fcfdbf',
  cividis: '#00224e #2a3f6d #575d6d #7d7c78 #a59c74 #d2c060 #fee838',
};

/** The lightness of the end that stands out least from the surface, and most. */
const LIGHTNESS: Readonly<Record<ColorTheme, readonly [pale: number, strong: number]>> = {
  light: [0.945, 0.4],
  dark: [0.28, 0.88],
};

/**
 * The names of the scales of colours. Those of one hue become stronger with the value, those of two are pale in the
 * middle, and `viridis`, `magma` and `cividis` become lighter.
 *
 * @public
 */
export const colorScaleNames: readonly string[] = [
  ...Object.keys(HUES),
  ...Object.keys(DIVERGING),
  ...Object.keys(STOPS),
];

/**
 * Returns a scale of colours: from 0 (the lowest value) to 1 the colours as hex, in steps that look alike to the eye
 * (interpolated in OKLab). Other ratios are held within; `NaN` is the middle. An unknown name is `blues`.
 *
 * @public
 */
export function colorScale(name: string, theme: ColorTheme = 'light'): (ratio: number) => string {
  const lab = labScale(name, theme);
  return (ratio) => oklabToHex(lab(Number.isNaN(ratio) ? 0.5 : Math.min(1, Math.max(0, ratio))));
}

/**
 * Returns the colour that a value has by its field's scale, such as `viridis@0.42`, as hex; `undefined` for what is no
 * place on a scale.
 *
 * @param use - `ink` is for text and thin marks: no paler than what is read on the theme's surfaces at 4.5:1.
 * @public
 */
export function scaleColorAt(
  color: string,
  theme: ColorTheme = 'light',
  use: 'fill' | 'ink' = 'fill',
): string | undefined {
  const [, name = '', ratio] = /^([\w-]+)@([01](?:\.\d+)?)$/.exec(color) ?? [];
  if (ratio === undefined) return undefined;
  const [lightness, a, b] = labScale(name, theme)(Math.min(1, Number(ratio)));
  return oklabToHex([use === 'fill' ? lightness : inkLightness(lightness, theme), a, b]);
}

function inkLightness(lightness: number, theme: ColorTheme): number {
  return theme === 'light' ? Math.min(0.53, lightness) : Math.max(0.66, lightness);
}

function labScale(name: string, theme: ColorTheme): (ratio: number) => Oklab {
  if (Object.hasOwn(STOPS, name)) return stopsScale(STOPS[name] ?? '');
  const pair = Object.hasOwn(DIVERGING, name) ? DIVERGING[name] : undefined;
  if (pair !== undefined) {
    const [low, high] = pair;
    return (ratio) => hueAt(ratio < 0.5 ? low : high, Math.abs(ratio - 0.5) * 2, theme);
  }
  const hue = Object.hasOwn(HUES, name) ? HUES[name] : undefined;
  return (ratio) => hueAt(hue ?? BLUES, ratio, theme);
}

const BLUES: Hue = { chroma: 0.15, pale: 230, strong: 262 };

function hueAt({ chroma, pale, strong }: Hue, strength: number, theme: ColorTheme): Oklab {
  const [from, to] = LIGHTNESS[theme];
  // Colour comes early and stays: the ends would be grey otherwise, or the steps uneven.
  const color = chroma * Math.min(1, 0.08 + 1.25 * strength - 0.33 * strength * strength);
  const angle = ((pale + (strong - pale) * strength) * Math.PI) / 180;
  return [from + (to - from) * strength, color * Math.cos(angle), color * Math.sin(angle)];
}

function stopsScale(text: string): (ratio: number) => Oklab {
  const stops = text.split(' ').map(hexToOklab);
  return (ratio) => {
    const place = ratio * (stops.length - 1);
    const index = Math.min(stops.length - 2, Math.floor(place));
    const [from, to] = [stops[index], stops[index + 1]];
    if (from === undefined || to === undefined) return [0.5, 0, 0];
    const part = place - index;
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, from[2] + (to[2] - from[2]) * part];
  };
}
