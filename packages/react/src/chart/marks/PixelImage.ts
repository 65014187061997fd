/** A colour, each part 0 to 255. */
export interface PixelColor {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/**
 * Pixels that are painted column by column, each between two heights: much faster than paths where lines have several samples
 * in each pixel. What is painted later lies on top.
 */
export class PixelImage {
  readonly width: number;
  readonly height: number;
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;
  #color: PixelColor = { red: 0, green: 0, blue: 0 };
  /** The colour as it stands in the pixels, without its opacity. */
  #ink = 0;
  #opacity = 1;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#image = new ImageData(width, height);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
  }

  clear(): void {
    this.#pixels.fill(0);
  }

  /** Lays the pixels onto a canvas of their size, in place of what is there. */
  put(context: CanvasRenderingContext2D): void {
    context.putImageData(this.#image, 0, 0);
  }

  /** Takes a colour for what is painted next. */
  dip(color: PixelColor, opacity: number): void {
    this.#color = color;
    this.#ink = color.red | (color.green << 8) | (color.blue << 16);
    this.#opacity = opacity;
  }

  /** Paints a column between two heights; pixels that are covered in part are painted in part. */
  paint(column: number, from: number, to: number): void {
    const top = from > 0 ? from : 0;
    const bottom = to < this.height ? to : this.height;
    if (!(top < bottom)) return;
    const opacity = this.#opacity;
    const width = this.width;
    let row = top | 0;
    const last = bottom | 0;
    let at = row * width + column;
    if (row === last) {
      this.#blend(at, opacity * (bottom - top));
      return;
    }
    if (top > row) {
      this.#blend(at, opacity * (row + 1 - top));
      row += 1;
      at += width;
    }
    at = opacity >= 1 ? this.#cover(at, last - row) : this.#glaze(at, last - row);
    if (bottom > last) this.#blend(at, opacity * (bottom - last));
  }

  #cover(start: number, rows: number): number {
    const pixels = this.#pixels;
    const width = this.width;
    const whole = this.#ink | (255 << 24);
    const end = start + rows * width;
    for (let at = start; at < end; at += width) pixels[at] = whole;
    return end;
  }

  #glaze(start: number, rows: number): number {
    const pixels = this.#pixels;
    const width = this.width;
    const opacity = this.#opacity;
    const glaze = this.#ink | (Math.round(opacity * 255) << 24);
    const end = start + rows * width;
    for (let at = start; at < end; at += width) {
      if (pixels[at] === 0) pixels[at] = glaze;
      else this.#blend(at, opacity);
    }
    return end;
  }

  #blend(at: number, amount: number): void {
    const pixels = this.#pixels;
    const under = pixels[at] ?? 0;
    if (under === 0) {
      pixels[at] = this.#ink | (((amount * 255 + 0.5) | 0) << 24);
      return;
    }
    const { red, green, blue } = this.#color;
    const alpha = amount + ((under >>> 24) / 255) * (1 - amount);
    const share = amount / alpha;
    const rest = 1 - share;
    pixels[at] =
      (red * share + (under & 255) * rest + 0.5) |
      0 |
      (((green * share + ((under >> 8) & 255) * rest + 0.5) | 0) << 8) |
      (((blue * share + ((under >> 16) & 255) * rest + 0.5) | 0) << 16) |
      (((alpha * 255 + 0.5) | 0) << 24);
  }
}
