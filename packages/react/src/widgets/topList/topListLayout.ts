import { NOTE_HEIGHT } from '../../drawing/SvgNote.tsx';

/** The rows of a top list that have room. */
export interface TopListLayout {
  readonly rowHeight: number;
  readonly maxRows: number;
  readonly hasShare: boolean;
}

/** Returns how many rows have room, and how high they are; a line at the foot may be wanted. */
export function topListLayout(width: number, height: number, hasNote: boolean): TopListLayout {
  const rowHeight = height < 100 ? 20 : 26;
  const room = height - (hasNote ? NOTE_HEIGHT : 0);
  return { rowHeight, maxRows: Math.max(1, Math.floor(room / rowHeight)), hasShare: width >= 220 };
}
