import type { Frame } from '@glasspane/core';
import { sampleFrame, sampleRange, sampleWave, withSampleGaps } from '../charts/sampleData.ts';

/** How loaded sample instances are; one of them sends nothing for a while. */
export const sampleChecks: Frame = withSampleGaps(
  sampleFrame(
    [0.35, 0.6, 0.75, 0.5].map((level, index) => ({
      name: 'load',
      labels: { instance: `node-${index + 1}` },
      shape: sampleWave(level, 0.22, 1 + index * 0.7, 0.04),
    })),
    73,
  ),
  (position) => position > 0.42 && position < 0.5,
);

/** In which mode a sample job is, as texts. */
export const sampleModes: Frame = {
  length: 7,
  fields: [
    {
      kind: 'time',
      name: 'time',
      values: Float64Array.from([0, 0.1, 0.3, 0.45, 0.6, 0.9, 1], (at) => {
        return sampleRange.startMs + at * (sampleRange.endMs - sampleRange.startMs);
      }),
    },
    { kind: 'string', name: 'job', values: ['idle', 'running', 'running', 'waiting', 'running', 'idle', 'idle'] },
  ],
};
