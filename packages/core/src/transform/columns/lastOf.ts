import type { NumberField } from '../../frame/Frame.ts';
import { reduceField } from '../../reduce/reduceField.ts';

/** Returns the last sample of a series; `NaN` where it has none. */
export function lastOf(field: NumberField): number {
  return reduceField(field, 'last') ?? Number.NaN;
}
