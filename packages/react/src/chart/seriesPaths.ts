import type { PlotScales } from './PlotScales.ts';
import type { Interpolation } from './PlotSeries.ts';

/** The SVG paths of one series, each empty where there is nothing to draw. */
export interface SeriesPaths {
  readonly line: string;
  /** The line closed along the baseline. */
  readonly area: string;
  /** Samples without a neighbour: lines of no length, which round caps make dots. */
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
  /** Where areas end, in pixels; left out: no areas. */
  readonly baseline?: number | undefined;
}

// Browsers draw lines to places very far away at random, and cannot read numbers as large as a value may be.
const FAR = 1e5;

/** Returns the paths of a series, in tenths of a pixel. */
export function seriesPaths({ times, values, rows, scales, interpolation, baseline }: SeriesPathsOptions): SeriesPaths {
  let [line, area, dots] = ['', '', ''];
  let piece = '';
  let [points, firstX, lastX, lastY] = [0, 0, 0, 0];
  const endPiece = (): void => {
    if (points === 1) {
      dots += `M${lastX},${lastY}h0`;
    } else if (points > 1) {
      line += piece;
      area += baseline === undefined ? '' : `${piece}V${tenths(baseline)}H${firstX}Z`;
    }
    piece = '';
    points = 0;
  };
  for (const row of rows) {
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      endPiece();
      continue;
    }
    const x = tenths(scales.x(times[row] ?? 0));
    const y = tenths(Math.min(FAR, Math.max(-FAR, scales.y(value))));
    if (points === 0) {
      piece = `M${x},${y}`;
      firstX = x;
    } else {
      piece += JOINS[interpolation](x, y);
    }
    points += 1;
    lastX = x;
    lastY = y;
  }
  endPiece();
  return { line, area, dots };
}

const JOINS: Readonly<Record<Interpolation, (x: number, y: number) => string>> = {
  linear: (x, y) => `L${x},${y}`,
  stepAfter: (x, y) => `H${x}V${y}`,
  stepBefore: (x, y) => `V${y}H${x}`,
};

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
