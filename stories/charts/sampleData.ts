import type { AbsoluteTimeRange, Frame, NumberField } from '@glasspane/core';

/** Six hours of a day that is long over: sample data is never to be taken for a live system. */
export const sampleRange: AbsoluteTimeRange = {
  startMs: Date.UTC(2026, 2, 11, 6),
  endMs: Date.UTC(2026, 2, 11, 12),
};

/** A shape over the range: what a value is at 0 (start) to 1 (end). */
export type SampleShape = (position: number, random: () => number) => number;

/** One sample series. */
export interface SampleSeries {
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly shape: SampleShape;
}

/** Returns a generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function sampleRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Returns a frame of sample series over a range. */
export function sampleFrame(
  series: readonly SampleSeries[],
  length = 361,
  range: AbsoluteTimeRange = sampleRange,
): Frame {
  const step = length > 1 ? (range.endMs - range.startMs) / (length - 1) : 0;
  const times = Float64Array.from({ length }, (_, row) => range.startMs + row * step);
  const fields = series.map(({ name = 'sample_metric', labels = {}, shape }, index): NumberField => {
    const random = sampleRandom(index + 1);
    const values = Float64Array.from({ length }, (_, row) => shape(length > 1 ? row / (length - 1) : 0, random));
    return { kind: 'number', name, labels: { __name__: name, ...labels }, values };
  });
  return { length, fields: [{ kind: 'time', name: 'time', values: times }, ...fields] };
}

/** A steady value with waves and noise, never below zero. */
export function sampleWave(mean: number, swing: number, waves: number, noise: number): SampleShape {
  return (position, random) =>
    Math.max(0, mean + swing * Math.sin(position * waves * Math.PI * 2) + (random() - 0.5) * noise);
}

/** A walk at random from a start. */
export function sampleWalk(start: number, stride: number): SampleShape {
  let value = start;
  return (position, random) => {
    value = position === 0 ? start : Math.max(0, value + (random() - 0.5) * stride);
    return value;
  };
}

/** Returns the frame with gaps where `isGap` says so, for positions from 0 to 1. */
export function withSampleGaps(frame: Frame, isGap: (position: number) => boolean): Frame {
  const fields = frame.fields.map((field) => {
    if (field.kind !== 'number') {
      return field;
    }
    const gaps = Uint8Array.from({ length: frame.length }, (_, row) => (isGap(row / (frame.length - 1)) ? 1 : 0));
    return { ...field, gaps, values: field.values.map((value, row) => (gaps[row] === 1 ? Number.NaN : value)) };
  });
  return { ...frame, fields };
}
