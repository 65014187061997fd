import { describe, expect, it } from 'vitest';
import { labelsKey } from '../frame/labelsKey.ts';
import { alertsToPost, type PostOptions } from './alertsToPost.ts';
import type { ActiveAlert } from './RuleState.ts';

const labels = { alertname: 'A' };
const firing: ActiveAlert = { labels, annotations: {}, state: 'firing', value: '1', activeAtMs: 0, firedAtMs: 5 };

function postedAt(nowMs: number, alert: ActiveAlert, lastMs?: number, options: Partial<PostOptions> = {}) {
  const lastPostedMs = new Map(lastMs === undefined ? [] : [[labelsKey(labels), lastMs]]);
  return alertsToPost({ alerts: [alert] }, nowMs, { resendDelayMs: 100, intervalMs: 30, lastPostedMs, ...options });
}

describe('alertsToPost', () => {
  it('says nothing of what is pending', () => {
    expect(postedAt(10, { ...firing, state: 'pending' })).toEqual([]);
  });

  it('tells what fires at once, and again after the delay', () => {
    expect(postedAt(10, firing)).toMatchObject([{ labels, startsAtMs: 5, endsAtMs: 410 }]);
    expect(postedAt(110, firing, 10)).toEqual([]);
    expect(postedAt(111, firing, 10)).toHaveLength(1);
  });

  it('lets it end by itself after four intervals where these are longer', () => {
    expect(postedAt(10, firing, undefined, { intervalMs: 200 })).toMatchObject([{ endsAtMs: 810 }]);
  });

  it('tells an end at once, and again after the delay', () => {
    const resolved: ActiveAlert = { ...firing, state: 'resolved', resolvedAtMs: 50 };
    expect(postedAt(50, resolved, 40)).toMatchObject([{ startsAtMs: 5, endsAtMs: 50 }]);
    expect(postedAt(80, resolved, 50)).toEqual([]);
    expect(postedAt(151, resolved, 50)).toMatchObject([{ endsAtMs: 50 }]);
  });
});
