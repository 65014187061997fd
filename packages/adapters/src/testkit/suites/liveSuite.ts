import type { LiveState } from '@glasspane/core';
import { expect, vi } from 'vitest';
import { equal, type Suite } from '../Suite.ts';

const NO_SUBSCRIBE = 'the source cannot be subscribed to';

export const liveSuite: Suite = ({ rule, instance, fixture, patienceMs }) => {
  const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: patienceMs, interval: 20 });
  let lastMs = 0;
  /** Loads a sample that is newer than all before. */
  const loadNewer = async (topic: string): Promise<number> => {
    lastMs = Math.max(lastMs + 1, fixture().endMs + 1, Date.now());
    const labels = { __name__: 'gp_test_live', topic };
    await instance().load([{ labels, samples: [[lastMs, 1]] }], []);
    return lastMs;
  };
  /** Subscribes to one topic and writes down what is heard; `undefined` where the source cannot be subscribed to. */
  const listen = (topic: string) => {
    const heard: number[] = [];
    const states: LiveState[] = [];
    const end = instance().backend.metrics.subscribe?.({
      selectors: [[equal('__name__', 'gp_test_live'), equal('topic', topic)]],
      onSamples: ({ timeMs }) => heard.push(timeMs),
      onState: (state) => states.push(state),
    });
    return end === undefined ? undefined : { heard, states, end };
  };

  rule('S1', 'a subscriber hears of new samples of its series, and of no others', async ({ skip }) => {
    const a = listen('a');
    const other = listen('unheard');
    if (a === undefined || other === undefined) return skip(NO_SUBSCRIBE);
    try {
      await eventually(() => expect([a.states.at(-1), other.states.at(-1)]).toEqual(['open', 'open']));
      const timeMs = await loadNewer('a');
      await eventually(() => expect(a.heard.at(-1)).toBe(timeMs));
      expect(other.heard).toEqual([]);
    } finally {
      a.end();
      other.end();
    }
  });

  rule('S2', 'an ended subscription hears nothing more; ending twice is harmless', async ({ skip }) => {
    const ended = listen('a');
    const staying = listen('a');
    if (ended === undefined || staying === undefined) return skip(NO_SUBSCRIBE);
    try {
      await eventually(() => expect(staying.states.at(-1)).toBe('open'));
      ended.end();
      ended.end();
      const timeMs = await loadNewer('a');
      await eventually(() => expect(staying.heard.at(-1)).toBe(timeMs));
      expect(ended.heard).toEqual([]);
    } finally {
      staying.end();
    }
  });
};
