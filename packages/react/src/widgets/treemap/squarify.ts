/** A rectangle, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns a rectangle for each share, which together fill an area, as near to squares as can be: rows are laid along the
 * shorter side of what is left, each as long as that makes its worst rectangle better.
 *
 * After Bruls, Huizing and van Wijk, "Squarified Treemaps", 2000.
 *
 * @param shares - Positive, the largest first; of any sum.
 */
export function squarify(shares: readonly number[], area: Area): readonly Area[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  const sizes = shares.map((share) => (sum > 0 ? (share / sum) * area.width * area.height : 0));
  const areas: Area[] = [];
  let rest = area;
  for (let from = 0; from < sizes.length; ) {
    const side = Math.min(rest.width, rest.height);
    const to = rowEnd(sizes, from, side);
    const isLast = to === sizes.length;
    const laid = layRow(sizes.slice(from, to), rest, isLast);
    areas.push(...laid.areas);
    rest = laid.rest;
    from = to;
  }
  return areas;
}

function rowEnd(sizes: readonly number[], from: number, side: number): number {
  const largest = sizes[from] ?? 0;
  let [sum, best] = [0, Number.POSITIVE_INFINITY];
  for (let end = from; end < sizes.length; end += 1) {
    const smallest = sizes[end] ?? 0;
    sum += smallest;
    // How much longer than wide the worst rectangle of the row is.
    const worst = Math.max((side * side * largest) / (sum * sum), (sum * sum) / (side * side * smallest));
    if (!(worst <= best)) return Math.max(end, from + 1);
    best = worst;
  }
  return sizes.length;
}

interface LaidRow {
  readonly areas: readonly Area[];
  readonly rest: Area;
}

function layRow(row: readonly number[], rest: Area, isLast: boolean): LaidRow {
  const sum = row.reduce((all, size) => all + size, 0);
  const isUpright = rest.width >= rest.height;
  const [length, room] = isUpright ? [rest.height, rest.width] : [rest.width, rest.height];
  // The last row takes all that is left, whatever rounding left.
  const depth = isLast ? room : Math.min(room, length > 0 ? sum / length : 0);
  let at = 0;
  const areas = row.map((size): Area => {
    const part = sum > 0 ? (size / sum) * length : 0;
    const place = isUpright
      ? { x: rest.x, y: rest.y + at, width: depth, height: part }
      : { x: rest.x + at, y: rest.y, width: part, height: depth };
    at += part;
    return place;
  });
  const left = Math.max(0, room - depth);
  return {
    areas,
    rest: isUpright ? { ...rest, x: rest.x + depth, width: left } : { ...rest, y: rest.y + depth, height: left },
  };
}
