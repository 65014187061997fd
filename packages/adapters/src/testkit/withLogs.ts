import type { LogEntry, LogSource } from '@glasspane/core';
import { buildLogql } from '@glasspane/core/logs';
import type { TestContext } from 'vitest';
import { equal, type SuiteContext } from './Suite.ts';

/** What a rule about logs works with. */
export interface LoadedLogs {
  readonly logs: LogSource;
  /** An hour around the lines, in milliseconds since the epoch. */
  readonly range: { readonly startMs: number; readonly endMs: number };
  /** The labels of a stream that no other rule has, and the selector that finds it. */
  readonly stream: LogEntry['labels'];
  readonly selector: string;
  /** Puts lines behind the backend, a nanosecond apart, the first at the end of the fixture. */
  load(labels: LogEntry['labels'], ...lines: readonly string[]): Promise<readonly LogEntry[]>;
  /** Returns the lines that a query finds, the newest first. */
  find(expr: string, more?: Partial<Parameters<LogSource['query']>[0]>): Promise<readonly LogEntry[]>;
}

type LogCheck = (topic: string, check: (given: LoadedLogs) => Promise<void>) => (test: TestContext) => Promise<void>;

const MS = 1_000_000n;
const HALF_HOUR_MS = 1_800_000;

/** Returns a function that gives a check what it works with, and skips it where there are no logs. */
export function withLogs({ instance, fixture }: Pick<SuiteContext, 'instance' | 'fixture'>): LogCheck {
  return (topic, check) =>
    async ({ skip }) => {
      const { backend, loadLogs } = instance();
      const { logs } = backend;
      if (logs === undefined || loadLogs === undefined) {
        return skip('the backend has no logs, or the kit cannot load them');
      }
      const { endMs } = fixture();
      const range = { startMs: endMs - HALF_HOUR_MS, endMs: endMs + HALF_HOUR_MS };
      await check({
        logs,
        range,
        stream: { app: 'gp_test', topic },
        selector: buildLogql({ matchers: [equal('app', 'gp_test'), equal('topic', topic)] }),
        async load(labels, ...lines) {
          const startNs = BigInt(endMs) * MS;
          const entries = lines.map((line, place) => ({ labels, timeNs: startNs + BigInt(place), line }));
          await loadLogs(entries);
          return entries;
        },
        find: (expr, more = {}) => logs.query({ expr, ...range, limit: 100, ...more }),
      });
    };
}

/** Returns the texts of lines. */
export function linesOf(entries: readonly LogEntry[]): readonly string[] {
  return entries.map(({ line }) => line);
}
