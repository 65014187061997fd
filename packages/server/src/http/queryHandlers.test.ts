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
