import { TimeColumn } from './TimeColumn.ts';

const MAX_COLUMNS = 8;

/** The time columns that were written last, where a series that begins finds those it is sampled with. */
export class RecentColumns {
  #columns: TimeColumn[] = [];

  /** Remembers a column that was written to. */
  note(column: TimeColumn): void {
    if (this.#columns[0] === column) return;
    this.#columns = [column, ...this.#columns.filter((other) => other !== column).slice(0, MAX_COLUMNS - 1)];
  }

  /**
   * Finds a column that has the times or can take them, else makes one.
   *
   * @param roomBefore - How many more rows will come before them.
   */
  place(times: Float64Array, roomBefore = 0): { readonly column: TimeColumn; readonly row: number } {
    for (const column of this.#columns) {
      const row = column.placeOf(times);
      if (row === undefined) continue;
      column.extend(times, row, roomBefore);
      return { column, row };
    }
    const column = new TimeColumn();
    column.extend(times, 0, roomBefore);
    this.note(column);
    return { column, row: 0 };
  }

  /** Forgets the times before a time, and lets go of the columns that have no other. */
  dropBefore(timeMs: number): void {
    for (const column of this.#columns) column.dropBefore(timeMs);
    this.#columns = this.#columns.filter(({ length }) => length > 0);
  }
}
