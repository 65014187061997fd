import type { Frame } from './Frame.ts';

/**
 * Returns a frame row by row, each with one cell a field in the order of the fields; a gap is `undefined`.
 *
 * @public
 */
export function frameToRows(frame: Frame): readonly (readonly (number | string | undefined)[])[] {
  return Array.from({ length: frame.length }, (_, row) =>
    frame.fields.map((field) => (field.kind === 'number' && field.gaps?.[row] === 1 ? undefined : field.values[row])),
  );
}
