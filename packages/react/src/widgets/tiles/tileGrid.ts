/** How tiles of one size fill a room. */
export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  /** How many of the tiles there is room for. */
  readonly shownCount: number;
}

/** What a grid of tiles is worked out from. */
export interface TileGridOptions {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** The smallest tile that can be read, in pixels. A single tile may be smaller. */
  readonly minWidth: number;
  readonly minHeight: number;
  /** Width by height of the tile that looks best. */
  readonly aspect: number;
}

/** The gap between tiles, in pixels. */
export const GAP = 8;

/** The height of the line that counts the tiles without room. */
const NOTE_HEIGHT = 18;

/** Returns the grid whose tiles come nearest to the wished shape and are as large as they can be. */
export function tileGrid({ count, width, height, minWidth, minHeight, aspect }: TileGridOptions): TileGrid {
  const maxColumns = Math.max(1, Math.floor((width + GAP) / (minWidth + GAP)));
  const maxRows = Math.max(1, Math.floor((height + GAP) / (minHeight + GAP)));
  const shownCount = Math.min(count, maxColumns * maxRows);
  let best: TileGrid | undefined;
  let bestSize = -1;
  for (let columns = 1; columns <= Math.min(maxColumns, Math.max(1, shownCount)); columns += 1) {
    const rows = Math.max(1, Math.ceil(shownCount / columns));
    const tileWidth = (width - GAP * (columns - 1)) / columns;
    const tileHeight = (height - GAP * (rows - 1)) / rows;
    // How large a tile of the wished shape fits into this one.
    const size = Math.min(tileWidth / aspect, tileHeight);
    if (rows <= maxRows && size > bestSize) {
      best = { columns, rows, tileWidth, tileHeight, shownCount };
      bestSize = size;
    }
  }
  return best ?? { columns: 1, rows: 1, tileWidth: width, tileHeight: height, shownCount: Math.min(count, 1) };
}

/** Returns the same, with a line at the foot where there is no room for all tiles. */
export function fittingTileGrid(options: TileGridOptions): TileGrid {
  const grid = tileGrid(options);
  if (grid.shownCount === options.count) return grid;
  return tileGrid({ ...options, height: Math.max(1, options.height - NOTE_HEIGHT) });
}
