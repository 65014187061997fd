import type { AbsoluteTimeRange, Frame } from '@glasspane/core';
import type { ChartData } from './Contestant.ts';

/** Data as our components take it. */
export interface ChartFrames {
  readonly frames: readonly Frame[];
  readonly timeRange: AbsoluteTimeRange;
}

/** Makes the result of a range query of the data. */
export function toFrames({ times, columns }: ChartData): ChartFrames {
  const series = columns.map((values, index) => ({
    kind: 'number' as const,
    name: 'load',
    labels: { __name__: 'load', series: String(index) },
    values,
  }));
  const frame: Frame = { length: times.length, fields: [{ kind: 'time', name: 'time', values: times }, ...series] };
  return { frames: [frame], timeRange: { startMs: times[0] ?? 0, endMs: times.at(-1) ?? 0 } };
}
