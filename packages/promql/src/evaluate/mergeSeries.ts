import { failExecution } from './PromqlEvaluationError.ts';
import { isPresent, type Series } from './values.ts';

/** Joins two series of the same labels, which must not both have a sample at one step. */
function join(a: Series, b: Series, onConflict: () => never): Series {
  const values = a.values.slice();
  const present = a.present === undefined ? new Uint8Array(values.length).fill(1) : a.present.slice();
  for (let step = 0; step < values.length; step += 1) {
    if (!isPresent(b, step)) continue;
    if (present[step] === 1) onConflict();
    values[step] = b.values[step] as number;
    present[step] = 1;
  }
  return { labels: a.labels, values, present, isNameDropped: a.isNameDropped || b.isNameDropped };
}

const failDuplicate = (): never => failExecution('vector cannot contain metrics with the same labelset');

/**
 * Joins the series that have the same labels into one each, in the order of their first.
 *
 * @param onConflict - Called when two of them have a sample at the same step.
 */
export function mergeSeries(series: readonly Series[], onConflict: () => never = failDuplicate): readonly Series[] {
  const merged = new Map<string, Series>();
  for (const one of series) {
    // A series that has lost its name is another one than the series that still has it.
    const { key } = one.isNameDropped ? one.labels.withoutMetadata() : one.labels;
    const known = merged.get(key);
    merged.set(key, known === undefined ? one : join(known, one, onConflict));
  }
  return merged.size === series.length ? series : [...merged.values()];
}

/** Removes name, type and unit from the series that have lost them, and joins what has become the same series. */
export function dropNames(series: readonly Series[]): readonly Series[] {
  const cleaned = series.map((one) =>
    one.isNameDropped ? { ...one, labels: one.labels.withoutMetadata(), isNameDropped: false } : one,
  );
  return mergeSeries(cleaned);
}
