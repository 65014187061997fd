import { compileMatchers, evaluateRange, type Labels, type SampleSeries, type SampleSource } from '@glasspane/promql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { remoteWrite, STALE } from '../support/remoteWrite.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { Random } from './Random.ts';
import { DATA_MS, QUERY_MS, randomData } from './randomData.ts';
import { randomVector } from './randomQuery.ts';

// Debian's Prometheus is of version 2.42, and we answer as version 3 does. What differs is kept out of data and queries:
// - Ranges and lookback lost their left edge: no sample, and no step of a subquery, lies on an edge.
// - Names of results go at the very end: nothing groups by a name, or reads it, that an operation has taken away.
// - A rate is taken back to zero less often: counters are far from zero.
// - `.` matches newlines in regular expressions: no value has one.
// - atan2 drops the metric's name: it is left out.
// - stddev and stdvar of a single NaN or infinity are NaN, not 0: they are asked of rates only.
// - timestamp and predict_linear respect `@`: they are asked without.
// - Sums are compensated: the values add up exactly.
// - The parts of a date of NaN depend on the processor: dates are asked of times.

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_260_821);
const COUNT = 500;
const START = Date.UTC(2026, 0, 1);

interface Range {
  readonly startMs: number;
  readonly endMs: number;
  readonly stepMs: number;
}

/** What a query gives: the values by time of each series, or only that it fails. */
type Answer = 'fails' | ReadonlyMap<string, ReadonlyMap<number, number>>;

interface Matrix {
  readonly status: string;
  readonly errorType?: string;
  readonly data?: {
    readonly result: readonly { readonly metric: Labels; readonly values: readonly [number, string][] }[];
  };
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));

async function askPrometheus(url: string, query: string, { startMs, endMs, stepMs }: Range): Promise<Answer> {
  const seconds = { start: startMs / 1000, end: endMs / 1000, step: stepMs / 1000 };
  const parameters = Object.entries(seconds).map(([name, value]) => [name, value.toFixed(3)]);
  const response = await fetch(`${url}/api/v1/query_range`, {
    method: 'POST',
    body: new URLSearchParams([['query', query], ...parameters]),
  });
  const { data, errorType } = (await response.json()) as Matrix;
  if (data === undefined) {
    // A query that cannot even be read would prove nothing.
    expect(errorType, query).toBe('execution');
    return 'fails';
  }
  return new Map(
    data.result.map(({ metric, values }) => [
      keyOf(metric),
      new Map(values.map(([time, value]) => [Math.round(time * 1000), Number(value.replace('Inf', 'Infinity'))])),
    ]),
  );
}

async function evaluate(source: SampleSource, query: string, range: Range): Promise<Answer> {
  try {
    const { times, series } = await evaluateRange(query, range, source);
    return new Map(
      series.map(({ labels, values, gaps }) => {
        const samples = Array.from(values, (value, step) => [times[step] ?? Number.NaN, value] as const);
        return [keyOf(labels), new Map(samples.filter((_, step) => gaps?.[step] !== 1))];
      }),
    );
  } catch {
    return 'fails';
  }
}

const isEqual = (a: number | undefined, b: number): boolean =>
  a !== undefined && (Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));

/** Returns the first difference in words. */
function differenceOf(ours: Answer, theirs: Answer): string | undefined {
  if (ours === 'fails' || theirs === 'fails') {
    return ours === theirs ? undefined : `only ${ours === 'fails' ? 'ours' : "Prometheus's"} fails`;
  }
  for (const key of ours.keys()) if (!theirs.has(key)) return `only ours has ${key}`;
  for (const [key, wanted] of theirs) {
    const found = ours.get(key);
    if (found === undefined) return `only Prometheus has ${key}`;
    for (const timeMs of found.keys()) if (!wanted.has(timeMs)) return `${key}: only ours has ${timeMs}`;
    for (const [timeMs, value] of wanted) {
      if (!isEqual(found.get(timeMs), value)) return `${key} at ${timeMs}: ${found.get(timeMs)}, not ${value}`;
    }
  }
  return undefined;
}

function sourceOf(data: readonly SampleSeries[]): SampleSource {
  return {
    select({ matchers, startMs, endMs }) {
      const isWanted = compileMatchers(matchers);
      return data.filter(
        ({ labels, times }) => isWanted(labels) && times.some((time) => time > startMs && time <= endMs),
      );
    },
  };
}

const toRemote = ({ labels, times, values, stale }: SampleSeries) => ({
  labels,
  samples: Array.from(times, (timeMs, row) => [timeMs, stale?.[row] === 1 ? STALE : (values[row] ?? 0)] as const),
});

function randomRange(random: Random): Range {
  const stepMs = random.pick([7, 15, 60, 60, 120, 300]) * 1000;
  const startMs = START + random.whole(0, 3000) * 1000 + QUERY_MS;
  // The end need not be a step, and may lie behind all data.
  const lengthMs = stepMs * random.whole(0, 40) + (random.chance(0.3) ? random.whole(0, stepMs / 1000 - 1) * 1000 : 0);
  return { startMs, endMs: Math.min(startMs + lengthMs, START + DATA_MS + 300_000 + QUERY_MS), stepMs };
}

/** Queries that differed once. */
const FIXED = [
  'rate(requests_total[45s]) or requests_total',
  'gauge @ end()',
  'max by (job) (gauge) < on (job) group_right () requests_total',
  'max_over_time((rate(requests_total[45s]) or -requests_total)[5m:30s])',
  'absent(gauge{job!="a",job="b"})',
  'requests_total offset 1001ms',
];

describeWith([PROMETHEUS], 'PromQL, evaluated by Prometheus and by us', () => {
  const source = randomData(new Random(SEED), START);
  let server: RunningServer;
  let filled = 0;

  beforeAll(async () => {
    server = await startPrometheus({ hasRemoteWriteReceiver: true });
    await remoteWrite(`${server.url}/api/v1/write`, { series: source.map(toRemote) });
  });
  afterAll(() => server.stop());

  const compare = async (query: string, range: Range): Promise<string | undefined> => {
    const theirs = await askPrometheus(server.url, query, range);
    if (theirs !== 'fails' && theirs.size > 0) filled += 1;
    const difference = differenceOf(await evaluate(sourceOf(source), query, range), theirs);
    return difference === undefined ? undefined : `${query}\n  ${JSON.stringify(range)}\n  ${difference}`;
  };

  it.each(FIXED)('is the same for %s', async (query) => {
    const range = { startMs: START + QUERY_MS, endMs: START + DATA_MS + QUERY_MS + 11_000, stepMs: 30_000 };
    expect(await compare(query, range)).toBeUndefined();
  });

  it(`is the same for ${COUNT} random queries over random data (SEED=${SEED})`, async () => {
    filled = 0;
    const differences: string[] = [];
    for (let index = 0; index < COUNT; index += 1) {
      const random = new Random(SEED + index * 7919);
      const difference = await compare(randomVector(random, random.whole(1, 3)), randomRange(random));
      if (difference !== undefined) differences.push(`#${index} ${difference}`);
    }
    expect(differences.join('\n')).toBe('');
    // Most queries find something, or the comparison would be of little worth.
    expect(filled).toBeGreaterThan(COUNT / 2);
  }, 60_000);
});
