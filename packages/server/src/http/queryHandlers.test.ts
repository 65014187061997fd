import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { openDuckDbStore } from '../store/openDuckDbStore.ts';
import { systemClock } from '../systemClock.ts';
import { encodeToText } from './encode/encodeChunks.ts';
import { fillInLimits } from './QueryLimits.ts';
import { createQueryHandlers } from './queryHandlers.ts';
import { RequestForm } from './RequestForm.ts';
import { Turns } from './Turns.ts';

const YESTERDAY_S = Math.floor(Date.now() / 1000) - 86_400;

let folder: string;
let store: DuckDbStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-query-'));
  store = await openDuckDbStore({ folder, log: createLogger('silent', () => undefined) });
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

it('reads many selectors from disk at once without a warning', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `old_${at}`);
  const timeMs = YESTERDAY_S * 1000;
  await store.append({ samples: names.map((name) => ({ labels: { __name__: name }, timeMs, value: 1 })) });
  const warnings: string[] = [];
  const onWarning = ({ message }: Error): number => warnings.push(message);
  process.on('warning', onWarning);
  const query = names.map((name) => `sum(${name})`).join('+');
  const form = new RequestForm(new URLSearchParams({ query, time: String(YESTERDAY_S) }));
  const { json } = await createQueryHandlers({
    store,
    clock: systemClock,
    limits: fillInLimits(),
    turns: new Turns(),
  }).query({
    form,
    name: '',
    signal: new AbortController().signal,
  });
  process.off('warning', onWarning);
  expect(JSON.parse(typeof json === 'string' ? json : encodeToText(json))).toEqual({
    resultType: 'vector',
    result: [{ metric: {}, value: [YESTERDAY_S, '12'] }],
  });
  expect(warnings).toEqual([]);
});

it('counts the time that a query waited for its turn', async () => {
  const limits = { ...fillInLimits(), timeoutMs: 1000 };
  const handlers = createQueryHandlers({ store, clock: systemClock, limits, turns: new Turns() });
  const ask = async (waitedMs: number, timeout: string) =>
    handlers.query({
      form: new RequestForm(new URLSearchParams({ query: 'sum_over_time(vector(1)[1000s:1s])', timeout })),
      name: '',
      signal: new AbortController().signal,
      waitedMs,
    });
  await expect(ask(1000, '')).rejects.toMatchObject({ type: 'timeout' });
  await expect(ask(500, '0.5')).rejects.toMatchObject({ type: 'timeout' });
  await expect(ask(0, '')).resolves.toMatchObject({ warnings: [] });
});

it('ends an evaluation in the turn in which its client goes away', async () => {
  const timeMs = YESTERDAY_S * 1000;
  const labels = Array.from({ length: 60 }, (_, at) => ({ __name__: 'busy', at: String(at) }));
  await store.append({ samples: labels.map((one) => ({ labels: one, timeMs, value: 1 })) });
  const client = new AbortController();
  let turns = 0;
  const next = async (): Promise<void> => {
    turns += 1;
    if (turns === 3) client.abort();
  };
  const handlers = createQueryHandlers({ store, clock: systemClock, limits: fillInLimits(), turns: { next } });
  const range = { start: String(YESTERDAY_S), end: String(YESTERDAY_S + 10_000), step: '1' };
  const form = new RequestForm(new URLSearchParams({ query: 'max_over_time(busy[1d:1s])', ...range }));
  await expect(handlers.queryRange({ form, name: '', signal: client.signal })).rejects.toMatchObject({
    kind: 'cancelled',
  });
  expect(turns).toBe(3);
});
