import { LabelSet } from './LabelSet.ts';
import type { ScalarValue, VectorValue } from './values.ts';

/** Returns a scalar as a vector with one series without labels; a vector comes back as it is. */
export function vectorOf(value: VectorValue | ScalarValue): VectorValue {
  if (value.type === 'vector') return value;
  const series = { labels: LabelSet.empty, values: value.values, present: undefined, isNameDropped: false };
  return { type: 'vector', series: [series] };
}
