import type { SampleSeries } from '../source/SampleSource.ts';
import type { VectorSelector } from '../syntax/ast.ts';
import type { Evaluation } from './Evaluation.ts';
import type { Grid } from './Grid.ts';
import { LabelSet } from './LabelSet.ts';
import { broadcastSeries } from './rangeWindows.ts';
import type { Series, VectorValue } from './values.ts';

/** What of the chosen sample becomes the value: the sample's value, its time or its start time in seconds. */
export type SampleAspect = 'value' | 'time' | 'startTime';

interface Look {
  readonly grid: Grid;
  readonly offsetMs: number;
  readonly lookbackMs: number;
  readonly aspect: SampleAspect;
  readonly isSmoothed: boolean;
}

function columnOf(series: SampleSeries, aspect: SampleAspect): Float64Array {
  if (aspect === 'value') return series.values;
  const times = aspect === 'time' ? series.times : (series.startTimes ?? new Float64Array(series.times.length));
  return times.map((timeMs) => timeMs / 1000);
}

/** Returns the value between two samples at a time. */
function interpolate(series: SampleSeries, index: number, timeMs: number): number {
  const [timeA = 0, timeB = 0] = [series.times[index], series.times[index + 1]];
  const [a = 0, b = 0] = [series.values[index], series.values[index + 1]];
  return a + ((b - a) * (timeMs - timeA)) / (timeB - timeA);
}

/** Gives each step the last sample at or before it, if that is no staleness marker and not too old. */
function look(series: SampleSeries, { grid, offsetMs, lookbackMs, aspect, isSmoothed }: Look): Series | undefined {
  const { times, stale } = series;
  const source = columnOf(series, aspect);
  const values = new Float64Array(grid.count);
  let present: Uint8Array | undefined;
  let found = 0;
  let next = 0;
  for (let step = 0; step < grid.count; step += 1) {
    const timeMs = grid.startMs + step * grid.stepMs - offsetMs;
    while (next < times.length && (times[next] as number) <= timeMs) next += 1;
    const index = next - 1;
    const sampleMs = times[index];
    if (sampleMs !== undefined && sampleMs > timeMs - lookbackMs && stale?.[index] !== 1) {
      const nextMs = isSmoothed && sampleMs < timeMs ? times[next] : undefined;
      const isBetween = nextMs !== undefined && nextMs < timeMs + lookbackMs && stale?.[next] !== 1;
      values[step] = isBetween ? interpolate(series, index, timeMs) : (source[index] as number);
      found += 1;
    } else {
      present ??= new Uint8Array(grid.count).fill(1);
      present[step] = 0;
      values[step] = Number.NaN;
    }
  }
  if (found === 0) return undefined;
  return { labels: LabelSet.from(series.labels), values, present, isNameDropped: aspect !== 'value' };
}

/** Evaluates an instant vector selector. */
export async function selectVector(
  selector: VectorSelector,
  grid: Grid,
  evaluation: Evaluation,
  aspect: SampleAspect = 'value',
): Promise<VectorValue> {
  const fixedMs = evaluation.fixedTimeMs(selector);
  const setup: Look = {
    grid: fixedMs === undefined ? grid : { startMs: fixedMs, stepMs: 0, count: Math.min(1, grid.count) },
    offsetMs: evaluation.offsetMs(selector),
    lookbackMs: evaluation.lookbackMs,
    aspect,
    isSmoothed: selector.edges === 'smoothed' && aspect === 'value',
  };
  const series: Series[] = [];
  for (const samples of evaluation.selected.get(selector) ?? []) {
    const one = look(samples, setup);
    if (one !== undefined) series.push(fixedMs === undefined ? one : broadcastSeries(one, grid));
    evaluation.countSamples(grid.count);
    const pause = evaluation.tick(samples.times.length + grid.count);
    if (pause !== undefined) await pause;
  }
  return { type: 'vector', series };
}
