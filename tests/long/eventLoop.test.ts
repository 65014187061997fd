import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RemoteSeries, remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { waitUntil } from '../support/waitUntil.ts';

const SERIES = 2000;
const STEP_S = 30;
const SAMPLES = 3 * 120;
const SAMPLES_PER_WRITE = 30;
const END_S = Math.floor(Date.now() / 60_000) * 60 - 60;
const START_S = END_S - SAMPLES * STEP_S;

/** What a server measured of the turns of its event loop; see measureTurns.mjs. */
interface Turns {
  readonly turns: number;
  readonly longestMs: readonly number[];
}

/** Queries of all kinds over all series. Each takes hundreds of milliseconds. */
const HEAVY = [
  '{job="bench"}',
  'rate({job="bench"}[5m])',
  'sum by (instance) (rate({job="bench"}[5m]))',
  'topk(10, {job="bench"})',
  'quantile_over_time(0.9, {job="bench"}[30m])',
  'quantile by (instance) (0.9, {job="bench"})',
  '{job="bench"} / on (path) group_left () {job="bench"}',
  'max_over_time(rate({job="bench"}[5m])[30m:1m])',
  'sum({path=~".*7.*"})',
  'count_values("v", round({job="bench"}))',
  'label_replace({job="bench"}, "x", "$1", "path", "/route/(.*)")',
  'sort_desc({job="bench"}) or {job="bench"}',
];

// Minutes of work.
const ENDLESS = 'quantile_over_time(0.9, deriv({job="bench"}[1h])[3h:5s])';

let server: RunningServer;

function* batches(): Generator<readonly RemoteSeries[]> {
  for (let from = 0; from < SAMPLES; from += SAMPLES_PER_WRITE) {
    yield Array.from({ length: SERIES }, (_, index) => ({
      labels: { __name__: 'load', job: 'bench', instance: `host-${index % 40}`, path: `/route/${index}` },
      samples: Array.from({ length: SAMPLES_PER_WRITE }, (_, offset) => {
        const at = from + offset;
        return [(START_S + at * STEP_S) * 1000, Math.sin(at * index) * 100] as const;
      }),
    }));
  }
}

beforeAll(async () => {
  server = await startGlasspaneServer({
    config: JSON.stringify({ glasspane: { collect: { host: false, process: false } } }),
    nodeArgs: ['--import', fileURLToPath(new URL('./measureTurns.mjs', import.meta.url))],
  });
  for (const series of batches()) await remoteWrite(`${server.url}/api/v1/write`, { series });
});

afterAll(() => server.stop());

interface Asked {
  readonly status: number;
  readonly text: string;
}

async function ask(path: string, parameters: Readonly<Record<string, string>>, init: RequestInit = {}): Promise<Asked> {
  const body = new URLSearchParams(parameters);
  const response = await fetch(`${server.url}/api/v1${path}`, { method: 'POST', body, ...init });
  return { status: response.status, text: await response.text() };
}

function askRange(query: string, init?: RequestInit): Promise<Asked> {
  return ask('/query_range', { query, start: String(START_S), end: String(END_S), step: String(STEP_S) }, init);
}

/** Returns what the server has measured since this was last asked. */
async function measuredTurns(): Promise<Turns> {
  const reports = (): readonly string[] => server.output().match(/^turns .*$/gm) ?? [];
  const { length } = reports();
  process.kill(server.pid, 'SIGUSR2');
  await waitUntil('the server says what it measured', async () => reports().length > length);
  return JSON.parse(reports().at(-1)?.slice('turns '.length) ?? '');
}

async function requestsInFlight(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^http_requests_in_flight (\d+)$/m.exec(text)?.[1]);
}

function expectShortTurns({ turns, longestMs }: Turns): void {
  expect(turns).toBeGreaterThan(0);
  // Where much else runs, the processor is slower too. A query of these takes hundreds of milliseconds, should it run whole.
  expect(longestMs[1] ?? 0).toBeLessThan(50);
  expect(longestMs[0] ?? 0).toBeLessThan(100);
}

describe('the event loop of the server', () => {
  it('is not kept by heavy queries, however many run at once', async () => {
    await measuredTurns();
    const answers = await Promise.all(
      HEAVY.map((query, index) =>
        askRange(query, { headers: index % 2 === 0 ? {} : { 'accept-encoding': 'identity' } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(HEAVY.map(() => 200));
    expectShortTurns(await measuredTurns());
  });

  it('is not kept by reading and writing all there is', async () => {
    await measuredTurns();
    const query = `{job="bench"}[${SAMPLES * STEP_S}s]`;
    const [raw, sorted] = await Promise.all([
      ask('/query', { query, time: String(END_S) }),
      ask('/query', { query: 'sort({job="bench"})', time: String(END_S) }),
    ]);
    expect(raw.text.match(/"metric"/g)).toHaveLength(SERIES);
    expect(sorted.text.match(/"metric"/g)).toHaveLength(SERIES);
    expectShortTurns(await measuredTurns());
  });

  it('lets small queries through while heavy ones run', async () => {
    let isRunning = true;
    const heavy = Promise.all(HEAVY.slice(0, 2).map((query) => askRange(query))).finally(() => {
      isRunning = false;
    });
    let answered = 0;
    while (isRunning) {
      const { status } = await ask('/query', { query: 'sum(load{path="/route/7"})' });
      expect(status).toBe(200);
      answered += 1;
    }
    await heavy;
    // One after each query at most, if those were not sliced.
    expect(answered).toBeGreaterThan(5);
  });

  it('ends the work when its time is up', async () => {
    const range = { start: String(START_S), end: String(END_S), step: String(STEP_S), timeout: '200ms' };
    const { status, text } = await ask('/query_range', { query: ENDLESS, ...range });
    const error = 'query timed out in expression evaluation';
    expect([status, JSON.parse(text)]).toEqual([503, { status: 'error', errorType: 'timeout', error }]);
    await waitUntil('nothing but this is worked on', async () => (await requestsInFlight()) === 1, 2000);
  });

  it('ends the work for clients that go away', async () => {
    const client = new AbortController();
    const asked = Array.from({ length: 3 }, () => askRange(ENDLESS, { signal: client.signal }));
    await waitUntil('the queries run', async () => (await requestsInFlight()) === 4);
    client.abort();
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await waitUntil('nothing but this is worked on', async () => (await requestsInFlight()) === 1, 2000);
  });

  it.each<readonly [string, string]>([
    ['10 MB', `up + ${'a'.repeat(10 * 1024 * 1024)}{`],
    ['2 MB', `up + ${'a'.repeat(2 * 1024 * 1024)}{`],
    ['50,000 sums', '1+'.repeat(50_000)],
    ['100,000 open parentheses', '('.repeat(100_000)],
    ['50,000 parentheses', `${'('.repeat(50_000)}1${')'.repeat(50_000)}`],
    ['100,000 signs', `${'-'.repeat(100_000)}1`],
    ['a regular expression that explodes', '{a=~"((((((a{100}){100}){100}){100}){100}){100})"}'],
    ['a regular expression of 100 kB', `{a=~"${'(a|b)*'.repeat(17_000)}"}`],
    ['10,000 matchers of nothing', `{${Array.from({ length: 10_000 }, (_, n) => `a${n}=~".*"`).join(',')}}`],
  ])('refuses a query of %s at once', async (_, query) => {
    await measuredTurns();
    const { status, text } = await ask('/query', { query });
    expect(text.slice(0, 300)).toMatch(/^\{"status":"error","errorType":"(bad_data|execution)","error":".{10}/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expectShortTurns(await measuredTurns());
  });

  it('answers regular expressions that make others hang', async () => {
    await remoteWrite(`${server.url}/api/v1/write`, {
      series: [{ labels: { __name__: 'long', value: `${'a'.repeat(10_000)}!` }, samples: [[END_S * 1000, 1]] }],
    });
    await measuredTurns();
    const { status } = await ask('/query', { query: 'long{value=~"(a+)+$"}', time: String(END_S) });
    expect(status).toBe(200);
    expectShortTurns(await measuredTurns());
  });
});
