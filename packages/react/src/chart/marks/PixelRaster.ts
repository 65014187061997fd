/** A colour, as parts of 255; `alpha` is 0 to 1. */
export interface PixelColor {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Rows between which a colour fades away. */
export interface PixelFade {
  readonly from: number;
  readonly to: number;
}

/** From here on nobody sees what lies behind. */
const FULL = 250;

/** Coverage is counted in so many parts of a pixel, for each of which it is 0 to {@link WHOLE}. */
const ROW_PARTS = 256;
/** Divides by 1, 2, 3 and 4, and is four times 255. */
const WHOLE = 1020;
const TO_BYTE = 10;

/**
 * Pixels that are painted from the front to the back, column by column: what is painted later lies under what is there, so
 * that pixels which are full are passed over.
 */
export class PixelRaster {
  readonly image: ImageData;
  readonly width: number;
  readonly height: number;
  readonly #pixels: Uint32Array;
  /** How much coverage each row of the column has more than the one above it. */
  readonly #steps: Int32Array;
  #top: number;
  #bottom = 0;
  #weight = WHOLE;
  #fade: PixelFade | undefined;
  #color: PixelColor = { red: 0, green: 0, blue: 0, alpha: 1 };
  #alpha = 1;
  /** The colour as it stands in the pixels, without its alpha. */
  #ink = 0;

  constructor(width: number, height: number) {
    this.image = new ImageData(width, height);
    this.width = width;
    this.height = height;
    this.#pixels = new Uint32Array(this.image.data.buffer);
    this.#steps = new Int32Array(height + 2);
    this.#top = height;
  }

  clear(): void {
    this.#pixels.fill(0);
  }

  /** Lets what is painted next fade away between two rows. */
  fade(fade: PixelFade | undefined): void {
    this.#fade = fade;
  }

  /** Takes a colour for what is painted next, each column of which is made of so many bands, at most four. */
  dip(color: PixelColor, opacity: number, bands: number): void {
    this.#fade = undefined;
    this.#color = color;
    this.#alpha = color.alpha * opacity;
    this.#ink = color.red | (color.green << 8) | (color.blue << 16);
    this.#weight = WHOLE / bands;
  }

  /** Adds one band to the column that is being painted: all between two places. */
  addBand(from: number, to: number): void {
    const top = from > 0 ? (from * ROW_PARTS) | 0 : 0;
    const bottom = to < this.height ? (to * ROW_PARTS) | 0 : this.height * ROW_PARTS;
    if (top >= bottom) return;
    const steps = this.#steps;
    const weight = this.#weight;
    const first = top >> 8;
    const last = bottom >> 8;
    const below = (top & 255) * weight;
    const beyond = (bottom & 255) * weight;
    steps[first] = (steps[first] ?? 0) + weight * ROW_PARTS - below;
    steps[first + 1] = (steps[first + 1] ?? 0) + below;
    steps[last] = (steps[last] ?? 0) - weight * ROW_PARTS + beyond;
    steps[last + 1] = (steps[last + 1] ?? 0) - beyond;
    if (first < this.#top) this.#top = first;
    if (last >= this.#bottom) this.#bottom = last + 1;
  }

  /** Paints the bands that were added into a column. */
  paintColumn(column: number): void {
    const steps = this.#steps;
    const pixels = this.#pixels;
    const width = this.width;
    const ink = this.#ink;
    const alpha = this.#alpha;
    const fade = this.#fade;
    const top = this.#top;
    const bottom = this.#bottom;
    let covered = 0;
    for (let row = top, at = top * width + column; row < bottom; row += 1, at += width) {
      covered += steps[row] ?? 0;
      steps[row] = 0;
      if (covered >> TO_BYTE === 0 || row >= this.height) continue;
      const under = pixels[at] ?? 0;
      const amount = (covered >> TO_BYTE) * (fade === undefined ? alpha : alpha * fadeAt(fade, row));
      if (under === 0) pixels[at] = ink | ((amount + 0.5) << 24);
      else if (under >>> 24 < FULL) pixels[at] = this.#mix(under, amount);
    }
    steps[bottom] = 0;
    this.#top = this.height;
    this.#bottom = 0;
  }

  #mix(front: number, amount: number): number {
    const frontAlpha = front >>> 24;
    const share = (amount * (255 - frontAlpha)) / 255;
    const alpha = frontAlpha + share;
    const byte = (alpha >= FULL ? 255 : alpha + 0.5) << 24;
    if ((front & 0xffffff) === this.#ink) return this.#ink | byte;
    const a = frontAlpha / alpha;
    const b = share / alpha;
    const red = (front & 255) * a + this.#color.red * b + 0.5;
    const green = ((front >> 8) & 255) * a + this.#color.green * b + 0.5;
    const blue = ((front >> 16) & 255) * a + this.#color.blue * b + 0.5;
    return red | (green << 8) | (blue << 16) | byte;
  }
}

/** What is left at the end of a fade. */
const FAINT = 0.05;

function fadeAt({ from, to }: PixelFade, row: number): number {
  const part = Math.min(1, Math.max(0, (row - from) / Math.max(1, to - from)));
  return 1 - part * (1 - FAINT);
}
