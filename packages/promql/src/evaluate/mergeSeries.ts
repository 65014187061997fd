import type { Evaluation } from './Evaluation.ts';
import { GroupIds } from './GroupIds.ts';
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
export async function mergeSeries(
  evaluation: Evaluation,
  series: readonly Series[],
  onConflict: () => never = failDuplicate,
): Promise<readonly Series[]> {
  const ids = new GroupIds({ names: [], isWithout: true });
  const merged: Series[] = [];
  for (const one of series) {
    // A series that has lost its name is another one than the series that still has it.
    const id = ids.idOf(one.isNameDropped ? one.labels.withoutMetadata() : one.labels);
    const known = merged[id];
    merged[id] = known === undefined ? one : join(known, one, onConflict);
    const pause = evaluation.tick(known === undefined ? 200 : one.values.length + 200);
    if (pause !== undefined) await pause;
  }
  return merged.length === series.length ? series : merged;
}

/** Removes name, type and unit from the series that have lost them, and joins what has become the same series. */
export async function dropNames(evaluation: Evaluation, series: readonly Series[]): Promise<readonly Series[]> {
  if (!series.some(({ isNameDropped }) => isNameDropped)) return series;
  const merged = await mergeSeries(evaluation, series);
  return merged.map(({ labels, values, present, isNameDropped }) => {
    return { labels: isNameDropped ? labels.withoutMetadata() : labels, values, present, isNameDropped: false };
  });
}
