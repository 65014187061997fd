import { expect, vi } from 'vitest';
import type { Suite } from '../Suite.ts';
import { linesOf, withLogs } from '../withLogs.ts';

export const logSuite: Suite = (context) => {
  const { rule, fixture, patienceMs } = context;
  const given = withLogs(context);

  rule(
    'G1',
    'lines come back whole, with their labels and times to the nanosecond, the newest first',
    given('whole', async ({ load, find, stream, selector }) => {
      const entries = await load(stream, 'a', 'b', 'c');
      expect(await find(selector)).toEqual([...entries].reverse());
      expect(await find(selector, { direction: 'forward' })).toEqual(entries);
    }),
  );

  rule(
    'G2',
    'the limit keeps the newest lines, or the oldest when the direction is forward',
    given('limit', async ({ load, find, stream, selector }) => {
      await load(stream, 'a', 'b', 'c');
      expect(linesOf(await find(selector, { limit: 2 }))).toEqual(['c', 'b']);
      expect(linesOf(await find(selector, { limit: 2, direction: 'forward' }))).toEqual(['a', 'b']);
    }),
  );

  rule(
    'G3',
    'the time range begins with its start and ends before its end',
    given('range', async ({ load, find, stream, selector }) => {
      await load(stream, 'x');
      const { endMs } = fixture();
      expect(linesOf(await find(selector, { startMs: endMs, endMs: endMs + 1 }))).toEqual(['x']);
      expect(await find(selector, { startMs: endMs - 1000, endMs })).toEqual([]);
      expect(await find(selector, { startMs: endMs + 1, endMs: endMs + 1000 })).toEqual([]);
    }),
  );

  rule(
    'G7',
    'names and values of labels are sorted, each once; a name that nobody has has no values',
    given('labels', async ({ logs, load, range, stream }) => {
      await load({ ...stream, gp_test_label: 'b' }, 'x');
      await load({ ...stream, gp_test_label: 'a' }, 'x', 'y');
      const names = await logs.labelNames(range);
      expect(names).toEqual([...new Set(names)].sort());
      expect(names).toEqual(expect.arrayContaining(['app', 'gp_test_label', 'topic']));
      expect(await logs.labelValues('gp_test_label', range)).toEqual(['a', 'b']);
      expect(await logs.labelValues('gp_test_nobody', range)).toEqual([]);
    }),
  );

  rule(
    'G9',
    'a follower hears of new lines that its query finds, until it ends; ending twice is harmless',
    given('tail', async ({ logs, load, stream, selector }) => {
      if (logs.tail === undefined) return;
      const heard: string[] = [];
      const end = logs.tail({ expr: `${selector} |= "yes"`, onEntries: (entries) => heard.push(...linesOf(entries)) });
      // Nothing tells when the source is open: lines come until one is heard.
      let count = 0;
      await vi.waitFor(
        async () => {
          count += 1;
          await load(stream, `no ${count}`, `yes ${count}`);
          expect(heard.length).toBeGreaterThan(0);
        },
        { timeout: patienceMs, interval: 200 },
      );
      end();
      end();
      expect(heard.filter((line) => !line.startsWith('yes'))).toEqual([]);
    }),
  );
};
