import type { Labels } from '@glasspane/promql';
import { describe, expect, it } from 'vitest';
import type { SampleBatch } from '../store/SampleStore.ts';
import { type LiveEvent, LiveHub } from './LiveHub.ts';

function createStore() {
  const listeners = new Set<(batch: SampleBatch) => void>();
  return {
    listeners,
    onAppend(listener: (batch: SampleBatch) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    append(...samples: readonly (readonly [Labels, number])[]) {
      const batch = { samples: samples.map(([labels, timeMs]) => ({ labels, timeMs, value: 1 })) };
      for (const listener of listeners) listener(batch);
    },
  };
}

const api: Labels = { __name__: 'up', job: 'api' };
const web: Labels = { __name__: 'up', job: 'web' };
const isJob = (job: string) => (labels: Labels) => labels.job === job;

describe('LiveHub', () => {
  it('tells each subscriber of its own series, once a batch, with the newest time', () => {
    const store = createStore();
    const hub = new LiveHub(store);
    const heard: [string, LiveEvent][] = [];
    hub.subscribe([isJob('web'), isJob('api')], (event) => heard.push(['both', event]));
    hub.subscribe([isJob('web')], (event) => heard.push(['web', event]));
    store.append([api, 5], [api, 3], [web, 4]);
    store.append([api, 9]);
    store.append([{ __name__: 'up' }, 10]);
    expect(heard).toEqual([
      ['both', { timeMs: 5, selectors: [0, 1] }],
      ['web', { timeMs: 4, selectors: [0] }],
      ['both', { timeMs: 9, selectors: [1] }],
    ]);
  });

  it('tests a series once, however many samples come', () => {
    const store = createStore();
    const hub = new LiveHub(store);
    let tests = 0;
    hub.subscribe(
      [
        () => {
          tests += 1;
          return true;
        },
      ],
      () => undefined,
    );
    for (let time = 0; time < 100; time += 1) store.append([api, time], [web, time]);
    expect(tests).toBe(2);
  });

  it('knows series again that it met before a subscription came', () => {
    const store = createStore();
    const hub = new LiveHub(store);
    const heard: LiveEvent[] = [];
    hub.subscribe([isJob('web')], () => undefined);
    store.append([api, 1]);
    hub.subscribe([isJob('api')], (event) => heard.push(event));
    store.append([api, 2]);
    expect(heard).toEqual([{ timeMs: 2, selectors: [0] }]);
  });

  it('listens to the store only while somebody is subscribed', () => {
    const store = createStore();
    const hub = new LiveHub(store);
    expect(store.listeners.size).toBe(0);
    const heard: LiveEvent[] = [];
    const undo = [hub.subscribe([isJob('api')], (event) => heard.push(event)), hub.subscribe([], () => undefined)];
    expect([store.listeners.size, hub.subscriptionCount]).toEqual([1, 2]);
    for (const end of undo) end();
    for (const end of undo) end();
    expect([store.listeners.size, hub.subscriptionCount]).toEqual([0, 0]);
    store.append([api, 1]);
    expect(heard).toEqual([]);
  });
});
