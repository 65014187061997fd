import type { SampleSeries } from '../source/SampleSource.ts';
import { LabelSet } from './LabelSet.ts';

/** Returns the labels of a series from the source: those that it has prepared, else new ones. */
export function labelSetOf({ labels, prepared }: SampleSeries): LabelSet {
  return prepared instanceof LabelSet ? prepared : LabelSet.from(labels);
}
