import type { LiveState, MetricSource, MetricSubscription } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../core/src/testing/FakeClock.ts';
import { createRefreshHub, type RefreshMember } from './createRefreshHub.ts';

const up = [{ name: '__name__', operator: '=', value: 'up' }] as const;
const load = [{ name: '__name__', operator: '=', value: 'load' }] as const;

function setUp() {
  const clock = new FakeClock();
  const hub = createRefreshHub(clock);
  const asked: string[] = [];
  const states: (LiveState | 'off')[] = [];
  const subscriptions = new Set<MetricSubscription>();
  let opened = 0;
  const source = {
    subscribe(subscription: MetricSubscription) {
      opened += 1;
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
  } as unknown as MetricSource;
  const member = (name: string, selector: RefreshMember['selectors'][number], tookMs = 0): RefreshMember => ({
    selectors: [selector],
    minGapMs: 500,
    refetch() {
      asked.push(`${name}@${clock.now()}`);
      return new Promise<void>((resolve) => clock.setTimeout(resolve, tookMs));
    },
  });
  const [only] = [() => [...subscriptions][0]];
  return {
    clock,
    hub,
    asked,
    states,
    member,
    subscriptions,
    openedCount: () => opened,
    connect: () => hub.connect(source, (state) => states.push(state)),
    emit: (event: { timeMs: number; matched?: readonly number[] }) => only()?.onSamples(event),
    emitState: (state: LiveState) => only()?.onState?.(state),
  };
}

describe('createRefreshHub', () => {
  it('is live while the channel is open and there is something to hear of', async () => {
    const { hub, clock, states, member, connect, emitState } = setUp();
    const remove = hub.add(member('up', up));
    const disconnect = connect();
    await clock.advance(100);
    emitState('open');
    expect(hub.isLive()).toBe(true);
    remove();
    await clock.advance(100);
    expect([hub.isLive(), states]).toEqual([false, ['open', 'off']]);
    hub.add(member('up', up));
    await clock.advance(100);
    emitState('open');
    disconnect();
    expect(hub.isLive()).toBe(false);
  });

  it('asks only the queries that an event concerns', async () => {
    const { hub, clock, asked, member, connect, emit } = setUp();
    hub.add(member('up', up));
    hub.add(member('load', load));
    connect();
    await clock.advance(100);
    emit({ timeMs: 0, matched: [1] });
    await clock.advance(0);
    expect(asked).toEqual(['load@100']);
  });

  it('asks all queries when an event does not say which are concerned', async () => {
    const { hub, clock, asked, member, connect, emit } = setUp();
    hub.add(member('up', up));
    hub.add(member('load', load));
    connect();
    await clock.advance(100);
    emit({ timeMs: 0 });
    await clock.advance(0);
    expect(asked).toEqual(['up@100', 'load@100']);
  });

  it('keeps the least gap between two refreshes and loses no event', async () => {
    const { hub, clock, asked, member, connect, emit } = setUp();
    hub.add(member('up', up));
    connect();
    await clock.advance(100);
    emit({ timeMs: 0 });
    await clock.advance(10);
    emit({ timeMs: 0 });
    emit({ timeMs: 0 });
    await clock.advance(2000);
    expect(asked).toEqual(['up@100', 'up@600']);
  });

  it('never runs the same query twice at a time', async () => {
    const { hub, clock, asked, member, connect, emit } = setUp();
    hub.add(member('up', up, 3000));
    connect();
    await clock.advance(100);
    emit({ timeMs: 0 });
    await clock.advance(1000);
    emit({ timeMs: 0 });
    await clock.advance(10_000);
    expect(asked).toEqual(['up@100', 'up@3100']);
  });

  it('opens one subscription for all queries and opens it anew only when the selectors change', async () => {
    const { hub, clock, member, connect, subscriptions, openedCount } = setUp();
    connect();
    const removals = [hub.add(member('a', up)), hub.add(member('b', load))];
    await clock.advance(100);
    expect([...subscriptions].map(({ selectors }) => selectors)).toEqual([[up, load]]);
    removals[1]?.();
    hub.add(member('c', load));
    await clock.advance(100);
    expect(openedCount()).toBe(1);
    removals[0]?.();
    await clock.advance(100);
    expect([...subscriptions].map(({ selectors }) => selectors)).toEqual([[load]]);
  });

  it('asks everything again when a channel is lost, and when it is open again', async () => {
    const { hub, clock, asked, states, member, connect, emitState } = setUp();
    hub.add(member('up', up));
    connect();
    await clock.advance(100);
    for (const state of ['connecting', 'open', 'lost', 'connecting', 'lost'] as const) emitState(state);
    await clock.advance(1000);
    for (const state of ['connecting', 'open'] as const) emitState(state);
    await clock.advance(1000);
    expect({ asked, states }).toEqual({
      asked: ['up@100', 'up@1100'],
      states: ['connecting', 'open', 'lost', 'connecting', 'lost', 'connecting', 'open'],
    });
  });

  it('leaves neither a subscription nor a timer behind', async () => {
    const { hub, clock, member, connect, emit, subscriptions } = setUp();
    const remove = hub.add(member('up', up));
    const disconnect = connect();
    await clock.advance(100);
    emit({ timeMs: 0 });
    await clock.advance(10);
    emit({ timeMs: 0 });
    remove();
    disconnect();
    expect({ timers: clock.pending, subscriptions: subscriptions.size }).toEqual({ timers: 0, subscriptions: 0 });
  });

  it('refreshes everything on demand, without a live channel', async () => {
    const { hub, clock, asked, member } = setUp();
    hub.add(member('up', up));
    hub.add(member('load', load));
    hub.refreshAll();
    await clock.advance(0);
    expect(asked).toEqual(['up@0', 'load@0']);
  });
});
