/** Prints one row: a name and cells to the right of it. */
export function printRow(name: string, cells: readonly string[], remark = ''): void {
  console.log(
    `${name.padEnd(30)}${cells.map((cell) => cell.padStart(11)).join('')}${remark === '' ? '' : `  ${remark}`}`,
  );
}

/** Formats milliseconds. */
export function formatMs(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : ms < 100 ? 1 : 0);
}

/** Formats a ratio of two times. */
export function formatRatio(ratio: number): string {
  return `${ratio.toFixed(2)} x`;
}

/** Formats bytes as megabytes. */
export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
