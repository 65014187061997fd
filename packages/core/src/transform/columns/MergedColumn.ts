import type { Field, SeriesCell } from '../../frame/Frame.ts';
import { withGaps } from './placeRows.ts';

/** A column that rows of several frames are written into. */
export class MergedColumn {
  readonly #like: Field;
  readonly #numbers: Float64Array;
  readonly #isFilled: Uint8Array;
  readonly #cells: (string | SeriesCell | undefined)[];

  constructor(like: Field, capacity: number) {
    this.#like = like;
    const isNumeric = like.kind === 'number' || like.kind === 'time';
    this.#numbers = new Float64Array(isNumeric ? capacity : 0).fill(Number.NaN);
    this.#isFilled = new Uint8Array(capacity);
    this.#cells = isNumeric ? [] : Array.from({ length: capacity }, () => undefined);
  }

  /** Returns whether a row takes the cell of another: it is empty, or the same, or the cell is empty. */
  fits(place: number, field: Field, row: number): boolean {
    if (this.#isFilled[place] !== 1 || isEmpty(field, row)) return true;
    const own = this.#like.kind === 'number' || this.#like.kind === 'time' ? this.#numbers[place] : this.#cells[place];
    return Object.is(own, field.values[row]);
  }

  write(place: number, field: Field, row: number): void {
    if (isEmpty(field, row)) return;
    const cell = field.values[row];
    this.#isFilled[place] = 1;
    if (typeof cell === 'number') this.#numbers[place] = cell;
    else this.#cells[place] = cell;
  }

  toField(length: number): Field {
    const like = this.#like;
    switch (like.kind) {
      case 'time':
        return { ...like, values: this.#numbers.slice(0, length) };
      case 'number': {
        const gaps = this.#isFilled.slice(0, length).map((isFilled) => 1 - isFilled);
        return withGaps({ ...like, values: this.#numbers.slice(0, length) }, gaps);
      }
      case 'string': {
        const values = this.#cells.slice(0, length).map((cell) => (typeof cell === 'string' ? cell : ''));
        return { ...like, values };
      }
      case 'series': {
        const values = this.#cells.slice(0, length).map((cell) => (typeof cell === 'string' ? undefined : cell));
        return { ...like, values };
      }
    }
  }
}

function isEmpty(field: Field, row: number): boolean {
  const cell = field.values[row];
  return cell === undefined || cell === '' || (field.kind === 'number' && field.gaps?.[row] === 1);
}
