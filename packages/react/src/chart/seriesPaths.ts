import type { PlotScales } from './PlotScales.ts';
import type { Interpolation, Mark, PlotStyle } from './PlotSeries.ts';

/** The SVG paths of one series, each empty where there is nothing to draw. */
export interface SeriesPaths {
  /** What is stroked: the line, or the outlines of bars. */
  readonly line: string;
  /** What is filled: between the line and its base, or the inside of bars. */
  readonly area: string;
  /** Samples that are dots: lines of no length, which round caps make round. */
  readonly dots: string;
}

/** What {@link seriesPaths} draws. */
export interface SeriesPathsOptions {
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** The rows to draw, ascending; one whose value is not finite lifts the pen. */
  readonly rows: Uint32Array;
  readonly scales: Pick<PlotScales, 'x' | 'y'>;
  readonly interpolation: Interpolation;
  /** Where areas and bars end, in pixels; left out: no areas. */
  readonly baseline?: number | undefined;
  /** Where they end instead, as values of each row. */
  readonly bases?: Float64Array | undefined;
  /** @defaultValue 'line' */
  readonly mark?: Mark | undefined;
  /** How wide bars are, in pixels. */
  readonly barWidth?: number | undefined;
  /** Whether each sample is a dot, and not only those without a neighbour. */
  readonly hasDots?: boolean | undefined;
  /** Lines are drawn across gaps up to so many milliseconds; left out: across none. */
  readonly connectNulls?: PlotStyle['connectNulls'];
}

// Browsers draw lines to places very far away at random, and cannot read numbers as large as a value may be.
const FAR = 1e5;

/** Returns the paths of a series, in tenths of a pixel. */
export function seriesPaths(options: SeriesPathsOptions): SeriesPaths {
  const pen = options.mark === 'bars' ? new BarPen(options) : new LinePen(options);
  const { times, values, bases, rows, scales, baseline } = options;
  const longestMs = options.connectNulls ?? 0;
  let lastMs = Number.NaN;
  let hasGap = false;
  for (const row of rows) {
    const pixel = scales.y(values[row] ?? Number.NaN);
    if (!Number.isFinite(values[row]) || Number.isNaN(pixel)) {
      hasGap = true;
      continue;
    }
    const timeMs = times[row] ?? 0;
    if (hasGap && !(timeMs - lastMs <= longestMs)) pen.lift();
    const base = bases === undefined ? baseline : scales.y(bases[row] ?? Number.NaN);
    pen.moveOn(tenths(scales.x(timeMs)), within(pixel), base === undefined ? Number.NaN : within(base));
    [lastMs, hasGap] = [timeMs, false];
  }
  return pen.finish();
}

/** Draws one sample after the other. */
interface SamplePen {
  /** Goes on to a sample, with its base, which is `NaN` where there is none. */
  moveOn(x: number, y: number, base: number): void;
  /** Says that there is a gap before the next sample. */
  lift(): void;
  finish(): SeriesPaths;
}

class LinePen implements SamplePen {
  readonly #interpolation: Interpolation;
  readonly #hasLine: boolean;
  readonly #hasDots: boolean;
  #paths = { line: '', area: '', dots: '' };
  #piece = '';
  /** The way back along the base, from the last sample to the first. */
  #back = '';
  /** Where the base has been what it is now since. */
  #levelX = 0;
  #points = 0;
  #last = { x: 0, y: 0, base: Number.NaN };

  constructor({ interpolation, mark, hasDots }: SeriesPathsOptions) {
    this.#interpolation = interpolation;
    this.#hasLine = mark !== 'points';
    this.#hasDots = hasDots === true || mark === 'points';
  }

  moveOn(x: number, y: number, base: number): void {
    const join = JOINS[this.#interpolation];
    const isFirst = this.#points === 0;
    const last = this.#last;
    this.#piece = isFirst ? `M${x},${y}` : this.#piece + join(x, y);
    // The base is joined as the line is, and walked the other way round.
    if (isFirst) {
      this.#back = 'Z';
      this.#levelX = x;
    } else if (base !== last.base) {
      this.#back = BACK_JOINS[this.#interpolation](last.x, last.base) + this.#alongLevel() + this.#back;
      this.#levelX = x;
    }
    if (this.#hasDots) this.#paths.dots += `M${x},${y}h0`;
    this.#points += 1;
    this.#last = { x, y, base };
  }

  lift(): void {
    const { x, y, base } = this.#last;
    if (this.#points === 1 && !this.#hasDots) this.#paths.dots += `M${x},${y}h0`;
    if (this.#points > 1 && this.#hasLine) {
      this.#paths.line += this.#piece;
      if (!Number.isNaN(base)) this.#paths.area += `${this.#piece}V${base}${this.#alongLevel()}${this.#back}`;
    }
    [this.#piece, this.#back, this.#points] = ['', '', 0];
  }

  finish(): SeriesPaths {
    this.lift();
    return this.#paths;
  }

  #alongLevel(): string {
    return this.#last.x === this.#levelX ? '' : `H${this.#levelX}`;
  }
}

class BarPen implements SamplePen {
  readonly #width: number;
  #bars = '';

  constructor({ barWidth }: SeriesPathsOptions) {
    this.#width = Math.max(1, barWidth ?? 1);
  }

  moveOn(x: number, y: number, base: number): void {
    if (!Number.isNaN(base))
      this.#bars += `M${tenths(x - this.#width / 2)},${base}V${y}h${tenths(this.#width)}V${base}Z`;
  }

  lift(): void {}

  finish(): SeriesPaths {
    return { line: this.#bars, area: this.#bars, dots: '' };
  }
}

const JOINS: Readonly<Record<Interpolation, (x: number, y: number) => string>> = {
  linear: (x, y) => `L${x},${y}`,
  stepAfter: (x, y) => `H${x}V${y}`,
  stepBefore: (x, y) => `V${y}H${x}`,
};

const BACK_JOINS: Readonly<Record<Interpolation, (x: number, y: number) => string>> = {
  linear: (x, y) => `L${x},${y}`,
  stepAfter: (x, y) => `V${y}H${x}`,
  stepBefore: (x, y) => `H${x}V${y}`,
};

function within(pixels: number): number {
  return tenths(Math.min(FAR, Math.max(-FAR, pixels)));
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
