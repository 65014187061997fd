import type { PixelColor } from './PixelRaster.ts';

/**
 * Returns a style that lets the browser work colours out without showing them: shadows of a text that is not there.
 * {@link readColors} reads what became of them.
 */
export function colorStyle(colors: readonly string[]): string {
  return colors.map((color) => `0 0 ${color}`).join(', ');
}

/** Returns the colours of {@link colorStyle} as the element's theme has them, in their order. */
export function readColors(element: Element): readonly PixelColor[] {
  const shadows = getComputedStyle(element).textShadow;
  return shadows === 'none' ? [] : shadows.split(/,(?![^(]*\))/).map(parseShadow);
}

const BLACK: PixelColor = { red: 0, green: 0, blue: 0, alpha: 1 };

function parseShadow(shadow: string): PixelColor {
  const [, kind = '', inside = ''] = /(\w+)\(([^)]*)\)/.exec(shadow) ?? [];
  if (kind !== 'rgb' && kind !== 'rgba') return paintedColor(/[a-z-]+\([^)]*\)|#\w+/.exec(shadow)?.[0]);
  const [red = 0, green = 0, blue = 0, alpha = 1] = inside.split(/[\s,/]+/).map(Number);
  return { red: Math.round(red), green: Math.round(green), blue: Math.round(blue), alpha };
}

/** Asks a pixel what a colour is: of the many ways to write one, browsers keep some as they are. */
function paintedColor(color: string | undefined): PixelColor {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null || color === undefined) return BLACK;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}
