import type { TimeSeriesViewProps } from '@glasspane/react';
import { sampleFrame, sampleRange, sampleWave } from './sampleData.ts';

/** Sample CPU time by mode: three series. */
export const sampleCpu = sampleFrame([
  { name: 'cpu', labels: { mode: 'user' }, shape: sampleWave(0.42, 0.12, 2, 0.06) },
  { name: 'cpu', labels: { mode: 'system' }, shape: sampleWave(0.18, 0.05, 3, 0.03) },
  { name: 'cpu', labels: { mode: 'iowait' }, shape: sampleWave(0.05, 0.03, 4, 0.02) },
]);

/** The usual arguments of a chart of them. */
export const sampleCpuArgs: TimeSeriesViewProps = {
  frames: [sampleCpu],
  title: 'Sample CPU by mode',
  field: { unit: 'percentunit' },
  timeRange: sampleRange,
  width: 640,
  height: 260,
  locale: 'en-US',
  timeZone: 'UTC',
};
