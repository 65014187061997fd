import type { Evaluation } from './Evaluation.ts';
import { extendToEdges } from './edges.ts';
import type { MatrixSeries } from './evaluateInstant.ts';
import { compareLabels, type LabelSet } from './LabelSet.ts';
import { failExecution } from './PromqlEvaluationError.ts';
import { firstAfter } from './readSamples.ts';
import { sortInTurns } from './sortInTurns.ts';
import { toResults } from './toResults.ts';
import type { RangeValue, Samples } from './values.ts';

type Columns = Pick<Samples, 'times' | 'values'>;

interface Run extends Columns {
  readonly labels: LabelSet;
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

/** Returns the samples in the window of a range, or `undefined` when there are none. */
function cutOut(samples: Samples, { ends, rangeMs, edges }: RangeValue, lookbackMs: number): Columns | undefined {
  const [endMs = 0] = ends;
  const { times, values } = samples;
  const startMs = endMs - rangeMs;
  const [from, to] = [firstAfter(times, startMs), firstAfter(times, endMs)];
  if (edges !== undefined) return extendToEdges(samples, { from, to, startMs, endMs }, edges, lookbackMs);
  return from < to ? { times: times.slice(from, to), values: values.slice(from, to) } : undefined;
}

/** Returns the samples in the window of a range vector, as the answer to an instant query. */
export async function toMatrix(evaluation: Evaluation, range: RangeValue): Promise<readonly MatrixSeries[]> {
  const found: Run[] = [];
  for (const samples of range.series) {
    const columns = cutOut(samples, range, evaluation.lookbackMs);
    const pause = evaluation.tick((columns?.times.length ?? 0) + 50);
    if (pause !== undefined) await pause;
    const labels = samples.isNameDropped ? samples.labels.withoutMetadata() : samples.labels;
    if (columns !== undefined) found.push({ labels, ...columns });
  }
  const joined: Run[] = [];
  for (const run of await sortInTurns(evaluation, found, (a, b) => compareLabels(a.labels, b.labels))) {
    const last = joined.at(-1);
    if (last === undefined || compareLabels(last.labels, run.labels) !== 0) joined.push(run);
    else joined[joined.length - 1] = join(last, run);
  }
  return toResults(evaluation, joined, ({ labels, times, values }) => ({ labels: labels.toLabels(), times, values }));
}
