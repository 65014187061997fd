/** A cell of a CSV file; left out where there is no value. */
export type CsvCell = string | number | undefined;

/**
 * Returns rows as CSV by RFC 4180: commas, CRLF, quotes where they are needed. Spreadsheets take a text that begins with
 * `=`, `+`, `-` or `@` for a formula, and run it: such a text gets an apostrophe in front, unless it is a number.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // RFC 4180 has no control characters, and programs take a file for binary that has.
  const plain = cell.replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd');
  const text = isFormula(plain) ? `'${plain}` : plain;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
}
