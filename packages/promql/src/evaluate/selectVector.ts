import type { SampleSeries } from '../source/SampleSource.ts';
import type { VectorSelector } from '../syntax/ast.ts';
import { interpolate } from './interpolate.ts';
import { labelSetOf } from './labelSetOf.ts';
import { windowEnds, withoutStale } from './rangeWindows.ts';
import type { Scope } from './Scope.ts';
import { SeriesList, type SeriesSink } from './SeriesSink.ts';
import type { Samples, VectorValue } from './values.ts';
import { lastOn, PerTimes, type Windows } from './Windows.ts';

/** What of the chosen sample becomes the value: the sample's value, its time or its start time in seconds. */
export type SampleAspect = 'value' | 'time' | 'startTime';

interface Look {
  /** The times that the steps look at; one only when it is fixed. */
  readonly limits: Float64Array;
  readonly lookbackMs: number;
  readonly aspect: SampleAspect;
  readonly isSmoothed: boolean;
}

function columnOf(series: SampleSeries, aspect: SampleAspect): Float64Array {
  if (aspect === 'value') return series.values;
  const times = aspect === 'time' ? series.times : (series.startTimes ?? new Float64Array(series.times.length));
  return times.map((timeMs) => timeMs / 1000);
}

/** Fills in the last samples, with NaN at the steps that have none. */
function fillLast(source: Float64Array, windows: Windows, column: Float64Array): Uint8Array | undefined {
  const { to } = windows;
  const { present } = windows.presence(1);
  if (present === undefined) {
    for (let step = 0; step < to.length; step += 1) column[step] = source[(to[step] as number) - 1] as number;
  } else {
    for (let step = 0; step < to.length; step += 1) {
      column[step] = present[step] === 1 ? (source[(to[step] as number) - 1] as number) : Number.NaN;
    }
  }
  return present;
}

/** Does the same where a sample may be a staleness marker. */
function fillSome(series: SampleSeries, windows: Windows, column: Float64Array, look: Look): Uint8Array {
  const { from, to } = windows;
  const source = columnOf(series, look.aspect);
  const present = new Uint8Array(to.length);
  for (let step = 0; step < to.length; step += 1) {
    const [index, next] = [from[step] as number, to[step] as number];
    column[step] = Number.NaN;
    if (index === next || series.stale?.[index] === 1) continue;
    column[step] = source[index] as number;
    present[step] = 1;
  }
  return present;
}

/** Does the same where a sample is joined to the next one by a line. It looks at ranges, and so at no markers. */
function fillSmoothed({ times, values }: Samples, column: Float64Array, { limits, lookbackMs }: Look): Uint8Array {
  const { from, to } = lastOn(times, limits, lookbackMs);
  const present = new Uint8Array(to.length);
  for (let step = 0; step < to.length; step += 1) {
    const [index, next] = [from[step] as number, to[step] as number];
    column[step] = Number.NaN;
    if (index === next) continue;
    const limitMs = limits[step] as number;
    const nextMs = (times[index] as number) < limitMs ? times[next] : undefined;
    const isBetween = nextMs !== undefined && nextMs <= limitMs + lookbackMs;
    column[step] = isBetween ? interpolate({ times, values }, index, limitMs) : (values[index] as number);
    present[step] = 1;
  }
  return present;
}

/** Fills in what the steps see of a series, and returns at which of them there is something. */
function fill(series: SampleSeries, windows: Windows, column: Float64Array, look: Look): Uint8Array | undefined {
  if (look.isSmoothed) return fillSmoothed(withoutStale(series), column, look);
  const isSimple = series.stale === undefined && look.aspect === 'value';
  return isSimple ? fillLast(series.values, windows, column) : fillSome(series, windows, column, look);
}

/** Gives each step the last sample at or before it, if that is no staleness marker and not too old. */
export async function selectInto(
  selector: VectorSelector,
  { evaluation, grid }: Scope,
  sink: SeriesSink,
  aspect: SampleAspect = 'value',
): Promise<void> {
  const { lookbackMs } = evaluation;
  const limits = windowEnds(grid, evaluation.fixedTimeMs(selector), evaluation.offsetMs(selector));
  const look: Look = { limits, lookbackMs, aspect, isSmoothed: selector.edges === 'smoothed' && aspect === 'value' };
  const known = new PerTimes((times) => lastOn(times, limits, lookbackMs));
  for (const series of evaluation.selected.get(selector) ?? []) {
    const windows = known.of(series.times);
    evaluation.countSamples(grid.count);
    const pause = evaluation.tick(grid.count + 300);
    if (pause !== undefined) await pause;
    if (windows.presence(1).count === 0) continue;
    const column = sink.column();
    let present = fill(series, windows, column, look);
    if (present?.includes(1) === false) continue;
    if (limits.length < grid.count) column.fill(column[0] ?? Number.NaN);
    if (limits.length < grid.count || present?.includes(0) !== true) present = undefined;
    const labels = labelSetOf(series);
    const taken = sink.take({ labels, values: column, present, isNameDropped: aspect !== 'value' });
    if (taken !== undefined) await taken;
  }
}

/** Evaluates an instant vector selector. */
export async function selectVector(
  selector: VectorSelector,
  scope: Scope,
  aspect: SampleAspect = 'value',
): Promise<VectorValue> {
  const list = new SeriesList(scope.grid.count);
  await selectInto(selector, scope, list, aspect);
  return { type: 'vector', series: list.series };
}
