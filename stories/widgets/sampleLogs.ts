import { createMemoryBackend, LogStore } from '@glasspane/adapters/memory';
import type { Backend, LogEntry } from '@glasspane/core';
import { sampleClock } from '../sampleBackend.ts';

const messages: readonly (readonly [level: string, line: string])[] = [
  ['info', 'level=info msg="request served" method=GET path=/checkout status=200 ms=42'],
  ['debug', 'level=debug msg="cache hit" key=cart:8812'],
  ['warn', 'level=warn msg="slow query" table=orders ms=1840'],
  ['info', 'level=info msg="request served" method=POST path=/orders status=201 ms=97'],
  ['error', 'level=error msg="payment refused" order=7731 reason="card expired" attempt=3'],
  ['info', 'level=info msg="job finished" job=thumbnails items=214'],
];

/** A line of an imagined shop; nothing in it happened. */
export function sampleLine(index: number): LogEntry {
  const [level = 'info', line = ''] = messages[(index * 7) % messages.length] ?? [];
  const app = ['api', 'web', 'worker'][index % 3] ?? 'api';
  return {
    labels: { app, env: 'prod', level, host: `${app}-${(index % 4) + 1}` },
    timeNs: BigInt(sampleClock.now() - index * 1370) * 1_000_000n,
    line,
  };
}

/** Texts that must stay texts. */
export const hostileLines: readonly LogEntry[] = [
  '<img src=x onerror="document.title=1"><script>document.title=2</script>',
  'one\nline\n\tof several, with a stack\n    at handler (server.js:12:3)',
  '\u202eright to left override\u202c and \u0007 control \u0000 characters',
  `a word without end: ${'abcdefghij'.repeat(40)}`,
  '{"level":"fatal","msg":"JSON with ünïcode 🙂","nested":{"a":[1,2,3]}}',
  '',
].map((line, index) => ({
  labels: { app: 'odd', '<b>name</b>': '"quoted" \\ value', ...(index === 0 ? { level: 'error' } : {}) },
  timeNs: BigInt(sampleClock.now() - index * 1000) * 1_000_000n + BigInt(index),
  line,
}));

/** Makes a backend with lines of its own. */
export function logsBackend(id: string, entries: readonly LogEntry[]): Backend & { readonly logs: LogStore } {
  const logs = new LogStore();
  logs.append(entries);
  return { ...createMemoryBackend({ id, logs }), logs };
}

export const sampleLines: readonly LogEntry[] = Array.from({ length: 120 }, (_, index) => sampleLine(index));
