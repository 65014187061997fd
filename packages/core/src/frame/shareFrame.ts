import type { Labels } from '@glasspane/promql/syntax';
import type { Field, Frame, NumberField, SeriesCell } from './Frame.ts';

/**
 * Returns the first frame where the second has the same content, else the second: same content, same reference.
 *
 * @public
 */
export function shareFrame(previous: Frame, next: Frame): Frame {
  if (previous === next) return previous;
  const isSame =
    previous.length === next.length &&
    previous.fields.length === next.fields.length &&
    previous.fields.every((field, index) => isSameField(field, next.fields[index]));
  return isSame ? previous : next;
}

function isSameField(a: Field, b: Field | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.name !== b.name) return false;
  if (a.kind === 'number') return b.kind === 'number' && isSameNumberField(a, b);
  if (a.kind === 'time') return b.kind === 'time' && isSameColumn(a.values, b.values);
  if (a.kind === 'string') return b.kind === 'string' && a.values.every((value, row) => value === b.values[row]);
  return b.kind === 'series' && a.values.every((cell, row) => isSameCell(cell, b.values[row]));
}

function isSameCell(a: SeriesCell | undefined, b: SeriesCell | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && isSameColumn(a.times, b.times) && isSameField(a.field, b.field);
}

function isSameNumberField(a: NumberField, b: NumberField): boolean {
  return (
    a.displayName === b.displayName &&
    isSameLabels(a.labels, b.labels) &&
    isSameColumn(a.values, b.values) &&
    isSameGaps(a, b)
  );
}

/** Tells whether two label sets are the same. */
function isSameLabels(a: Labels, b: Labels): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && a[name] === b[name]);
}

function isSameColumn(a: Float64Array, b: Float64Array): boolean {
  return a.length === b.length && a.every((value, row) => Object.is(value, b[row]));
}

function isSameGaps({ gaps: a }: NumberField, { gaps: b }: NumberField): boolean {
  const rows = (a ?? b)?.length ?? 0;
  for (let row = 0; row < rows; row += 1) if ((a?.[row] ?? 0) !== (b?.[row] ?? 0)) return false;
  return true;
}
