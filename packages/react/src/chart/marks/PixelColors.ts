import type { PixelColor } from './PixelImage.ts';

/** A colour with how opaque it is, 0 to 1. */
export interface OpaqueColor extends PixelColor {
  readonly alpha: number;
}

const PLAIN = /^rgb\((\d+), (\d+), (\d+)\)$/;

/** Turns colours, as a style has them, into numbers, and keeps them. */
export class PixelColors {
  readonly #colors = new Map<string, OpaqueColor>();

  /** Returns the parts of a CSS colour, which may be in any space. */
  of(color: string): OpaqueColor {
    let found = this.#colors.get(color);
    if (found === undefined) {
      const [, red, green, blue] = PLAIN.exec(color) ?? [];
      found =
        red === undefined ? painted(color) : { red: Number(red), green: Number(green), blue: Number(blue), alpha: 1 };
      this.#colors.set(color, found);
    }
    return found;
  }
}

function painted(color: string): OpaqueColor {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return { red: 0, green: 0, blue: 0, alpha: 1 };
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}
