import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RemoteSeries, remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { askServer } from './askServer.ts';
import type { Question } from './randomQuery.ts';

// Prometheus 2.42 has no remarks to compare with; the words and places are those of 3.14.
const START_MS = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const atEnd = { startMs: START_MS + 10 * MINUTE };
const wholeRange: Omit<Question, 'query'> = {
  startMs: START_MS + 9 * MINUTE,
  range: { endMs: START_MS + 10 * MINUTE, stepMs: MINUTE },
};

function series(labels: Readonly<Record<string, string>>, slope: number): RemoteSeries {
  const samples = Array.from({ length: 11 }, (_, step) => [START_MS + step * MINUTE, slope * step] as const);
  return { labels, samples };
}

const bucket = (le: string | undefined, slope: number, name = 'latency_bucket'): RemoteSeries =>
  series({ __name__: name, ...(le === undefined ? {} : { le }) }, slope);

const DATA: readonly RemoteSeries[] = [
  series({ __name__: 'temperature', room: 'a' }, 1.5),
  series({ __name__: 'temperature', room: 'b' }, 2.5),
  series({ __name__: 'requests_total' }, 7),
  series({ __name__: 'requests_sum' }, 7),
  series({ __name__: 'requests_count' }, 7),
  ...['0.1', '1', '+Inf'].map((le, index) => bucket(le, index + 1, 'good_bucket')),
  ...[bucket('0.1', 2), bucket('1', 1), bucket('10', 5), bucket('100', 4.875), bucket('1e6', 9), bucket('+Inf', 8)],
  ...[bucket('many', 1, 'bad_bucket'), bucket(undefined, 1, 'bad_bucket'), bucket('+Inf', 1, 'bad_bucket')],
];

const quantile = (got: string, place: string): string =>
  `PromQL warning: quantile value should be between 0 and 1, got ${got} (${place})`;
const ratio = (got: string, to: string, place: string): string =>
  `PromQL warning: ratio value should be between -1 and 1, got ${got}, capping to ${to} (${place})`;
const noCounter = (metric: string, place: string): string =>
  `PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "${metric}" (${place})`;
const badBound = (bound: string, place: string): string =>
  `PromQL warning: bucket label "le" is missing or has a malformed value of "${bound}" for metric name "bad_bucket" (${place})`;
const repaired = (details: string, place: string, metric = ' for metric name "latency_bucket"'): string =>
  'PromQL info: input to histogram_quantile needed to be fixed for monotonicity (see ' +
  `https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile)${metric}, ${details} (${place})`;
const ineffective = (place: string): string =>
  `PromQL warning: sort is ineffective for range queries since results are always ordered by labels (${place})`;

const DETAILS = 'from buckets 1 to +Inf, with a max diff of 10';
const AT_END = 'over 1 samples from 2026-01-01T00:10:00Z to 2026-01-01T00:10:00Z';

interface Remarks {
  readonly warnings?: readonly string[];
  readonly infos?: readonly string[];
}

let server: RunningServer;
beforeAll(async () => {
  const config = JSON.stringify({ glasspane: { collect: { host: false, process: false } } });
  server = await startGlasspaneServer({ config, args: ['--retention', '3650d'] });
  await remoteWrite(`${server.url}/api/v1/write`, { series: DATA });
});
afterAll(() => server?.stop());

async function remarksOf(question: Question): Promise<Remarks> {
  const { status, error, warnings, infos } = await askServer(server.url, question);
  expect(status, error).toBe('success');
  return { ...(warnings === undefined ? {} : { warnings }), ...(infos === undefined ? {} : { infos }) };
}

it.each<readonly [query: string, remarks: Remarks]>([
  ['quantile(2, temperature)', { warnings: [quantile('2', '1:10')] }],
  ['sum(quantile by (room) (-1e6, temperature))', { warnings: [quantile('-1e+06', '1:25')] }],
  ['quantile(NaN, temperature)', { warnings: [quantile('NaN', '1:10')] }],
  ['quantile_over_time(1.5, temperature[5m])', { warnings: [quantile('1.5', '1:20')] }],
  ['1 +\n  histogram_quantile(7, good_bucket)', { warnings: [quantile('7', '2:22')] }],
  ['quantile(0, temperature)', {}],
  ['quantile(1, temperature) or quantile_over_time(0.5, temperature[5m])', {}],
  ['limit_ratio(1.25, temperature)', { warnings: [ratio('1.25', '1', '1:13')] }],
  ['limit_ratio(-3, temperature)', { warnings: [ratio('-3', '-1', '1:13')] }],
  ['limit_ratio(-1, temperature)', {}],
  ['rate(temperature[5m])', { infos: [noCounter('temperature', '1:6')] }],
  ['max(increase({__name__="temperature"}[5m]))', { infos: [noCounter('temperature', '1:14')] }],
  ['rate(requests_total[5m]) + rate(requests_sum[5m]) + rate(requests_count[5m])', {}],
  ['rate(good_bucket[5m])', {}],
  ['irate(temperature[5m])', {}],
  ['delta(temperature[5m])', {}],
  ['rate(nobody[5m])', {}],
  ['rate((temperature * 2)[5m:1m])', { infos: [noCounter('temperature', '1:6')] }],
  ['rate(temperature[5m]) + increase(temperature[9m])', { infos: [noCounter('temperature', '1:34')] }],
  ['histogram_quantile(0.5, bad_bucket)', { warnings: [badBound('many', '1:25'), badBound('', '1:25')] }],
  ['histogram_fraction(0, 1, bad_bucket)', { warnings: [badBound('many', '1:26'), badBound('', '1:26')] }],
  ['histogram_quantile(0.9, latency_bucket)', { infos: [repaired(`${DETAILS}, ${AT_END}`, '1:25')] }],
  ['histogram_quantile(0.9, sum by (le) (latency_bucket))', { infos: [repaired(`${DETAILS}, ${AT_END}`, '1:25', '')] }],
  ['histogram_fraction(0, 1, latency_bucket)', {}],
  ['histogram_quantile(2, latency_bucket)', { warnings: [quantile('2', '1:20')] }],
  ['histogram_quantile(0.9, good_bucket)', {}],
  ['sort(temperature)', {}],
])('remarks on %s at one time what Prometheus does', async (query, remarks) => {
  const { warnings, ...others } = await remarksOf({ query, ...atEnd });
  const sorted = warnings === undefined ? {} : { warnings: [...warnings].sort() };
  const wanted = remarks.warnings === undefined ? {} : { warnings: [...remarks.warnings].sort() };
  expect({ ...others, ...sorted }).toEqual({ ...remarks, ...wanted });
});

it.each<readonly [query: string, remarks: Remarks]>([
  ['sort(temperature)', { warnings: [ineffective('1:1')] }],
  ['abs(sort_desc(temperature))', { warnings: [ineffective('1:5')] }],
  ['sort_by_label(temperature, "room")', { warnings: [ineffective('1:1')] }],
  ['sort_by_label_desc(temperature, "room")', { warnings: [ineffective('1:1')] }],
  ['rate(temperature[5m])', { infos: [noCounter('temperature', '1:6')] }],
  ['quantile(time() - 1767226100, temperature)', { warnings: [quantile('100', '1:10'), quantile('40', '1:10')] }],
  [
    'histogram_quantile(0.9, latency_bucket)',
    { infos: [repaired(`${DETAILS}, over 2 samples from 2026-01-01T00:09:00Z to 2026-01-01T00:10:00Z`, '1:25')] },
  ],
])('remarks on %s over a range what Prometheus does', async (query, remarks) => {
  const found = await remarksOf({ query, ...wholeRange });
  expect({ ...found, ...(found.warnings === undefined ? {} : { warnings: [...found.warnings].sort() }) }).toEqual(
    remarks,
  );
});

it('counts the warnings beyond ten', async () => {
  const range = { endMs: START_MS + 10 * MINUTE, stepMs: MINUTE / 2 };
  const query = 'quantile_over_time(scalar(requests_total) + 2, temperature[5m])';
  const { warnings = [] } = await remarksOf({ query, startMs: START_MS, range });
  expect(warnings).toHaveLength(11);
  expect(warnings.at(-1)).toMatch(/^1 more warning annotations omitted$/);
});
