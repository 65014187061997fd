import type { Labels } from '../syntax/labels.ts';
import { LabelSet } from './LabelSet.ts';

/**
 * Labels in the form that the evaluator works with; nothing in it is for others.
 *
 * @public
 */
export interface PreparedLabels {
  /** The labels, sorted by name, without empty values. */
  toLabels(): Labels;
}

/**
 * Puts labels into the form that the evaluator works with. A source that keeps it with a series, as
 * `SampleSeries.prepared`, spares every query that reads the series to do it again.
 *
 * @public
 */
export function prepareLabels(labels: Labels): PreparedLabels {
  return LabelSet.from(labels);
}
