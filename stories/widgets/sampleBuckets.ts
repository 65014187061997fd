import type { Frame, NumberField } from '@glasspane/core';
import { sampleFrame, sampleRange, sampleWave } from '../charts/sampleData.ts';

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How fast sample requests are answered: mostly around a middle that moves, sometimes much slower. */
function share(bound: number, position: number): number {
  const middle =
    Math.log(0.08) + 0.7 * Math.sin(position * Math.PI * 3) + (position > 0.6 && position < 0.72 ? 1.6 : 0);
  const quick = 1 / (1 + Math.exp(-(Math.log(bound) - middle) * 2.4));
  const slow = 1 / (1 + Math.exp(-(Math.log(bound) - Math.log(2)) * 3));
  return 0.96 * quick + 0.04 * slow;
}

/** The buckets of a sample histogram as Prometheus gives them, each with all below it, in the order of their labels as texts. */
export function sampleBuckets(length = 121, labels: Readonly<Record<string, string>> = {}): Frame {
  const series = [...BOUNDS, Number.POSITIVE_INFINITY].map((bound) => ({
    name: 'sample_duration_seconds_bucket',
    labels: { ...labels, le: bound === Number.POSITIVE_INFINITY ? '+Inf' : String(bound) },
    shape: (position: number): number => {
      const rate = 120 + 60 * Math.sin(position * Math.PI * 4);
      return rate * (bound === Number.POSITIVE_INFINITY ? 1 : share(bound, position));
    },
  }));
  const frame = sampleFrame(series, length, sampleRange);
  const [time, ...fields] = frame.fields;
  const byText = (fields as NumberField[]).toSorted((a, b) => ((a.labels.le ?? '') < (b.labels.le ?? '') ? -1 : 1));
  return { ...frame, fields: time === undefined ? [] : [time, ...byText] };
}

/** What many sample instances use, as values. */
export function sampleValues(count = 30, length = 361): Frame {
  return sampleFrame(
    Array.from({ length: count }, (_, index) => ({
      name: 'sample_load',
      labels: { instance: `node-${index + 1}` },
      shape: sampleWave(40 + 12 * Math.sin(index), 14, 1 + (index % 3), 22),
    })),
    length,
  );
}
