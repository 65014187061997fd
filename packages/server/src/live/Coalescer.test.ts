import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../systemClock.ts';
import { Coalescer } from './Coalescer.ts';
import type { LiveEvent } from './LiveHub.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('passes the first event on at once and joins those of the pause', () => {
  const heard: LiveEvent[] = [];
  const coalescer = new Coalescer(systemClock, 250, (event) => heard.push(event));
  coalescer.push({ timeMs: 1, selectors: [0] });
  expect(heard).toEqual([{ timeMs: 1, selectors: [0] }]);
  coalescer.push({ timeMs: 5, selectors: [2] });
  coalescer.push({ timeMs: 3, selectors: [1, 2] });
  vi.advanceTimersByTime(249);
  expect(heard.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(heard[1]).toEqual({ timeMs: 5, selectors: [1, 2] });
  vi.advanceTimersByTime(10_000);
  expect(heard.length).toBe(2);
  coalescer.push({ timeMs: 9, selectors: [0] });
  expect(heard.length).toBe(3);
});

it('says nothing more once stopped, and leaves no timer', () => {
  const heard: LiveEvent[] = [];
  const coalescer = new Coalescer(systemClock, 250, (event) => heard.push(event));
  coalescer.push({ timeMs: 1, selectors: [0] });
  coalescer.push({ timeMs: 2, selectors: [0] });
  coalescer.stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(heard.length).toBe(1);
});
