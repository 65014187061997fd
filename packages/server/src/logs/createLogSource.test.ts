import { describe, expect, it } from 'vitest';
import { createLogSource } from './createLogSource.ts';
import type { LogSearch, LogTimeRange, StoredLog } from './LogSearch.ts';
import type { LogStream } from './StreamCatalog.ts';

const stored: StoredLog = { labels: { app: 'a' }, timeNs: 1_500_000n, line: 'one', metadata: { app: 'b', trace: 'x' } };
const streams = [{ labels: { app: 'b', env: 'prod' } }, { labels: { app: 'a' } }] as unknown as readonly LogStream[];

function source() {
  const asked: (LogSearch | LogTimeRange)[] = [];
  const logs = {
    search: async (search: LogSearch) => {
      asked.push(search);
      return [stored];
    },
    streams: async (range: LogTimeRange) => {
      asked.push(range);
      return streams;
    },
  };
  return { asked, ...createLogSource(logs) };
}

describe('createLogSource', () => {
  it('finds lines with the labels of their stream and their own', async () => {
    const { query, asked } = source();
    expect(await query({ expr: '{app="a"} |= "o"', startMs: 1, endMs: 3, limit: 5 })).toEqual([
      { labels: { app: 'a', trace: 'x' }, timeNs: 1_500_000n, line: 'one' },
    ]);
    expect(asked).toMatchObject([{ startNs: 1_000_000n, endNs: 3_000_000n, limit: 5, direction: 'backward' }]);
  });

  it('refuses what is no query', async () => {
    await expect(source().query({ expr: '{app=', startMs: 1, endMs: 3, limit: 5 })).rejects.toThrow('parse error');
  });

  it('knows the names and values of labels, sorted', async () => {
    const { labelNames, labelValues, asked } = source();
    const range = { startMs: 1, endMs: 3 };
    expect([await labelNames(range), await labelValues('app', range), await labelValues('env', range)]).toEqual([
      ['app', 'env'],
      ['a', 'b'],
      ['prod'],
    ]);
    expect(asked[0]).toEqual({ startNs: 1_000_000n, endNs: 3_000_000n });
  });
});
