import { absoluteThresholds, type Threshold } from '@glasspane/core';
import type { PlotAxis } from '../PlotModel.ts';

/**
 * Returns the thresholds of an axis as values. Percents are parts of the way from the field's min to its max, and where it
 * has none, from one end of the axis to the other.
 */
export function thresholdsOn({ axis, field }: Pick<PlotAxis, 'axis' | 'field'>): readonly Threshold[] {
  if (field === undefined) return [];
  return absoluteThresholds({ ...field, extent: { min: axis.min, max: axis.max } }) ?? [];
}
