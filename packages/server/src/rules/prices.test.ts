import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQuerySource } from '@glasspane/adapters/memory';
import { type PriceList, priceListToRules } from '@glasspane/core/cost';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createLogger } from '../log/createLogger.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { loadDuckDbStore } from '../store/openDuckDbStore.ts';
import { RuleRunner, type RuleWorld } from './RuleRunner.ts';
import { RuleStateStore } from './RuleStateStore.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 0, 31, 23);
const CHANGE = START + HOUR;
const log = createLogger('silent', () => undefined);
const clock = { now: () => START, setTimeout: () => () => undefined };

let folder: string;
let database: Database;
let store: DuckDbStore;
let documents: DuckDbDocuments;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-prices-'));
  database = await openDatabase(folder);
  store = await loadDuckDbStore(database, { folder, retentionMs: undefined, clock, log });
  documents = await DuckDbDocuments.open(database, clock);
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** Counts tokens as OpenTelemetry's GenAI metrics do, and evaluates the rules each minute. */
async function run(list: PriceList, fromMs: number, untilMs: number): Promise<void> {
  const world: RuleWorld = {
    metrics: createQuerySource(store),
    store,
    states: new RuleStateStore(documents),
    receiver: { post: async () => undefined },
    clock,
    log,
    externalUrl: () => '',
    externalLabels: {},
    stopwatch: () => 0,
  };
  const timing = { intervalMs: MINUTE, queryOffsetMs: 0, limit: 0 };
  const runners = priceListToRules(list).map((rule, index) => new RuleRunner({ key: `${index}`, rule }, timing, world));
  for (let timeMs = fromMs; timeMs <= untilMs; timeMs += MINUTE) {
    const minutes = (timeMs - START) / MINUTE;
    const samples = [
      ['input', 60_000 * minutes],
      ['output', 6_000 * minutes],
    ].map(([type, value]) => ({
      labels: { __name__: 'gen_ai_client_token_usage_sum', gen_ai_request_model: 'm', gen_ai_token_type: String(type) },
      timeMs,
      value: Number(value),
    }));
    await store.append({ samples });
    for (const runner of runners) {
      await runner.evaluate(timeMs, new AbortController().signal);
      expect(runner.last?.error).toBeUndefined();
    }
  }
}

async function readValue(expr: string, timeMs: number): Promise<number> {
  const { frame } = await createQuerySource(store).queryInstant({ expr, timeMs });
  const values = frame.fields.flatMap((field) => (field.kind === 'number' ? [field.values[0] ?? Number.NaN] : []));
  expect(values, expr).toHaveLength(1);
  return values[0] ?? Number.NaN;
}

const tokens = (type: string): string =>
  `gen_ai_client_token_usage_sum{gen_ai_request_model="m",gen_ai_token_type="${type}"}`;
const price = (type: string, amount: number, validFrom: string) =>
  ({
    resource: 'm',
    unit: `${type}_token`,
    metric: tokens(type),
    price: amount,
    per: 1_000_000,
    currency: 'USD',
    validFrom,
  }) as const;
const BEFORE: PriceList = { prices: [price('input', 2, '2026-01-01'), price('output', 10, '2026-01-01')] };
const AFTER: PriceList = { prices: [...BEFORE.prices, price('input', 4, '2026-02-01')] };

it('prices what is used at the price of its time, over a change of price', async () => {
  await run(AFTER, START, CHANGE + HOUR);
  // 1,000 input tokens and 100 output tokens a second.
  const perSecond = { before: 1000 * 2e-6 + 100 * 10e-6, after: 1000 * 4e-6 + 100 * 10e-6 };
  const cost = 'resource:cost:rate5m{resource="m",currency="USD"}';
  expect(await readValue(cost, CHANGE - MINUTE)).toBeCloseTo(perSecond.before, 12);
  expect(await readValue(cost, CHANGE)).toBeCloseTo(perSecond.after, 12);
  expect(await readValue('resource_unit:price:current{unit="input_token"}', CHANGE - MINUTE)).toBe(2e-6);
  expect(await readValue('resource_unit:price:current{unit="input_token"}', CHANGE)).toBe(4e-6);
  // What half an hour costs is the mean rate times the half hour.
  const halfHour = (timeMs: number): Promise<number> => readValue(`avg_over_time(${cost}[30m]) * 1800`, timeMs);
  expect(await halfHour(CHANGE - MINUTE)).toBeCloseTo(perSecond.before * 1800, 6);
  expect(await halfHour(CHANGE + HOUR - MINUTE)).toBeCloseTo(perSecond.after * 1800, 6);
});

it('leaves the past as it was when a price is added later', async () => {
  await run(BEFORE, START, CHANGE - MINUTE);
  const expr = 'avg_over_time(resource:cost:rate5m[1h])';
  const before = await readValue(expr, CHANGE - MINUTE);
  await run(AFTER, CHANGE, CHANGE + 10 * MINUTE);
  expect(await readValue(expr, CHANGE - MINUTE)).toBe(before);
  expect(await readValue('resource:cost:rate5m', CHANGE + 10 * MINUTE)).toBeCloseTo(0.005, 12);
});
