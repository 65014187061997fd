import type { Evaluation } from './Evaluation.ts';
import type { MatrixSeries } from './evaluateInstant.ts';
import { compareLabels, type LabelSet } from './LabelSet.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { firstAfter } from './readSamples.ts';
import { sortInTurns } from './sortInTurns.ts';
import { toResults } from './toResults.ts';
import type { RangeValue } from './values.ts';

interface Run {
  readonly labels: LabelSet;
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** Joins the samples of two series that are the same without their names. */
function join(a: Run, b: Run): Run {
  const count = a.times.length + b.times.length;
  const [times, values] = [new Float64Array(count), new Float64Array(count)];
  let [fromA, fromB] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    const [timeA = Number.POSITIVE_INFINITY, timeB = Number.POSITIVE_INFINITY] = [a.times[fromA], b.times[fromB]];
    if (timeA === timeB) failExecution('vector cannot contain metrics with the same labelset');
    times[index] = Math.min(timeA, timeB);
    values[index] = (timeA < timeB ? a.values[fromA] : b.values[fromB]) as number;
    if (timeA < timeB) fromA += 1;
    else fromB += 1;
  }
  return { labels: a.labels, times, values };
}

/** Returns the samples in the window of a range vector, as the answer to an instant query. */
export async function toMatrix(evaluation: Evaluation, range: RangeValue): Promise<readonly MatrixSeries[]> {
  const [endMs = 0] = range.ends;
  const found: Run[] = [];
  for (const samples of range.series) {
    const labels = samples.isNameDropped ? samples.labels.withoutMetadata() : samples.labels;
    const [from, to] = [firstAfter(samples.times, endMs - range.rangeMs), firstAfter(samples.times, endMs)];
    const pause = evaluation.tick(to - from + 50);
    if (pause !== undefined) await pause;
    if (from < to) found.push({ labels, times: samples.times.slice(from, to), values: samples.values.slice(from, to) });
  }
  const joined: Run[] = [];
  for (const run of await sortInTurns(evaluation, found, (a, b) => compareLabels(a.labels, b.labels))) {
    const last = joined.at(-1);
    if (last === undefined || compareLabels(last.labels, run.labels) !== 0) joined.push(run);
    else joined[joined.length - 1] = join(last, run);
  }
  return toResults(evaluation, joined, ({ labels, times, values }) => ({ labels: labels.toLabels(), times, values }));
}
