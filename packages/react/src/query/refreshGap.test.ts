import type { MetricQueryInput } from '@glasspane/core';
import { expect, it } from 'vitest';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { browserClock } from '../provider/browserClock.ts';
import { refreshGapMs } from './refreshGap.ts';

const input = (from: string, changes: Partial<MetricQueryInput> = {}): MetricQueryInput => ({
  backend: new FakeBackend().backend,
  query: { refId: 'A', expr: 'fake' },
  timeRange: { from, to: 'now' },
  widthPx: 600,
  variables: {},
  clock: browserClock,
  ...changes,
});

it('is short for short time ranges, and grows with the step of long ones', () => {
  const gaps = ['now-5m', 'now-24h', 'now-7d', 'now-1y'].map((from) => refreshGapMs(input(from)));
  expect(gaps).toEqual([500, 15_000, 30_000, 30_000]);
});

it('is short where only the present is asked for, and where the time range is wrong', () => {
  expect([refreshGapMs(input('now-7d', { mode: 'instant' })), refreshGapMs(input('nonsense'))]).toEqual([500, 500]);
});
