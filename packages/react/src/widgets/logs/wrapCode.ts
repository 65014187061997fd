/**
 * Returns a text in rows of so many letters of a font whose letters are all of one width, at most `maxRows` of them; what
 * is left out ends in an ellipsis. Letters that such fonts lack count more.
 */
export function wrapCode(text: string, columns: number, maxRows: number): readonly string[] {
  // Rows that nobody will see are not made: a line may be a quarter of a megabyte.
  const begin = text.slice(0, (columns + 1) * (maxRows + 1) * 2);
  const rows = begin
    .replaceAll('\t', '    ')
    .split(/\r\n|\r|\n/)
    .flatMap((row) => wrapRow(row, Math.max(1, Math.floor(columns / widestOf(row)))));
  const isWhole = begin.length === text.length && rows.length <= maxRows;
  return isWhole ? rows : truncateRows([...rows, ''], Math.min(maxRows, rows.length));
}

/** Returns the first rows; the last of them ends in an ellipsis where more follow. */
export function truncateRows(rows: readonly string[], count: number): readonly string[] {
  if (rows.length <= count) return rows;
  const last = rows[count - 1] ?? '';
  const isMarked = last.endsWith('…');
  return [...rows.slice(0, count - 1), isMarked ? last : `${[...last].slice(0, -1).join('')}…`];
}

function wrapRow(text: string, columns: number): readonly string[] {
  const rows: string[] = [];
  let rest = [...text];
  while (rest.length > columns) {
    const space = rest.lastIndexOf(' ', columns);
    // A word that is longer than half a row is torn apart: it would leave a hole.
    const end = space > columns / 2 ? space : columns;
    rows.push(rest.slice(0, end).join(''));
    rest = rest.slice(rest[end] === ' ' ? end + 1 : end);
  }
  return [...rows, rest.join('')];
}

/** Other scripts come from another font, whose letters are as wide as they like. */
function widestOf(text: string): number {
  if (/[\u1100-\uffff]/.test(text)) return 1.7;
  return /[\u0100-\u10ff]/.test(text) ? 1.35 : 1;
}
