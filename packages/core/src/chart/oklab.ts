/** A colour in OKLab, where distances are about as large as they look: lightness 0 to 1, green–red, blue–yellow. */
export type Oklab = readonly [lightness: number, a: number, b: number];

// https://bottosson.github.io/posts/oklab/

/** Returns the colour of a hex text, `#rrggbb`. */
export function hexToOklab(hex: string): Oklab {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const [red, green, blue] = [channel(1), channel(3), channel(5)];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

/** Returns the colour as hex; what a screen cannot show, as pale as it must be to be shown. */
export function oklabToHex([lightness, a, b]: Oklab): string {
  let [low, high] = [0, 1];
  if (!isShown(toLinear([lightness, a, b]))) {
    for (let step = 0; step < 12; step += 1) {
      const middle = (low + high) / 2;
      if (isShown(toLinear([lightness, a * middle, b * middle]))) low = middle;
      else high = middle;
    }
  } else low = 1;
  return `#${toLinear([lightness, a * low, b * low])
    .map(toHexChannel)
    .join('')}`;
}

function toLinear([lightness, a, b]: Oklab): readonly number[] {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

function isShown(channels: readonly number[]): boolean {
  return channels.every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4);
}

function toHexChannel(linear: number): string {
  const value = Math.min(1, Math.max(0, linear));
  const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}
