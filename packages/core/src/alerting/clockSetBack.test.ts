import { describe, expect, it } from 'vitest';
import { labelsKey } from '../frame/labelsKey.ts';
import { AlertingWorld } from '../testing/AlertingWorld.ts';
import { advanceRule } from './advanceRule.ts';
import { alertsToPost } from './alertsToPost.ts';
import type { RuleState } from './RuleState.ts';

const DAY_MS = 86_400_000;
const sample = { labels: { alertname: 'A' }, annotations: {}, value: 1 };

function world(): AlertingWorld {
  const made = new AlertingWorld();
  made.nowMs = DAY_MS;
  return made;
}

describe('after the clock was set back', () => {
  it('a group is told that waited for a time to come', () => {
    const machines = world();
    machines.post({ i: '1' });
    machines.nowMs = 0;
    machines.runTo(100);
    expect(machines.tellings).toEqual(['ops firing 1']);
  });

  it('a notification is tried again that was to wait', () => {
    const machines = world();
    machines.outcome = { type: 'failed', error: 'HTTP 503', isFinal: false };
    machines.post({ i: '1' });
    machines.runTo(DAY_MS + 20);
    machines.outcome = { type: 'delivered' };
    machines.nowMs = 0;
    machines.runTo(100);
    expect(machines.tellings).toEqual(['ops firing 1']);
  });

  it('a group is told again of what goes on, once in a repeat interval', () => {
    const machines = world();
    machines.post({ i: '1' });
    machines.runTo(DAY_MS + 20);
    machines.nowMs = 0;
    machines.runTo(900);
    expect(machines.tellings).toEqual(['ops firing 1', 'ops firing 1']);
  });

  it('an empty group is forgotten', () => {
    const machines = world();
    machines.post({ i: '1' });
    machines.runTo(DAY_MS + 20);
    machines.resolve({ i: '1' });
    machines.runTo(DAY_MS + 150);
    machines.nowMs = 0;
    machines.runTo(100);
    expect(machines.state.alertGroups.size).toBe(0);
  });

  it('a pending alert waits anew, and not until the old time comes again', () => {
    const rule = { forMs: 100, keepFiringForMs: 0 };
    let state = advanceRule(rule, { alerts: [] }, [sample], DAY_MS);
    state = advanceRule(rule, state, [sample], 50);
    expect(state.alerts).toMatchObject([{ state: 'pending', activeAtMs: 50 }]);
    expect(advanceRule(rule, state, [sample], 150).alerts).toMatchObject([{ state: 'firing', activeAtMs: 50 }]);
  });

  it('an alert that goes on without its series ends in time, and is forgotten', () => {
    const rule = { forMs: 0, keepFiringForMs: 100 };
    let state = advanceRule(rule, { alerts: [] }, [sample], DAY_MS);
    state = advanceRule(rule, state, [], DAY_MS + 1);
    state = advanceRule(rule, state, [], 50);
    expect(state.alerts).toMatchObject([{ state: 'firing', keepFiringSinceMs: 50 }]);
    state = advanceRule(rule, state, [], 150);
    expect(state.alerts).toMatchObject([{ state: 'resolved', resolvedAtMs: 150 }]);
    const ofFuture = { alerts: state.alerts.map((alert) => ({ ...alert, resolvedAtMs: DAY_MS })) };
    expect(advanceRule(rule, ofFuture, [], 200).alerts).toEqual([]);
  });

  it('the end of an alert is told at once', () => {
    const state: RuleState = {
      alerts: [{ ...sample, value: '1', state: 'resolved', activeAtMs: DAY_MS, firedAtMs: DAY_MS, resolvedAtMs: 50 }],
    };
    const lastPostedMs = new Map([[labelsKey(sample.labels), DAY_MS]]);
    const posted = alertsToPost(state, 50, { resendDelayMs: 60_000, intervalMs: 15_000, lastPostedMs });
    expect(posted).toMatchObject([{ endsAtMs: 50 }]);
  });
});
