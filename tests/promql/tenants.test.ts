import {
  compileMatchers,
  enforceMatchers,
  evaluateInstant,
  evaluateRange,
  type Matcher,
  PromqlEvaluationError,
  type SampleSeries,
  type SampleSource,
} from '@glasspane/promql';
import { type Expr, parseExpr, selectorsIn, typeOf, visitExpr, withMatchers } from '@glasspane/promql/syntax';
import { describe, expect, it } from 'vitest';
import { type RemoteSeries, STALE } from '../support/remoteWrite.ts';
import { Random } from './Random.ts';
import { randomData } from './randomData.ts';
import { randomQuestion } from './randomQuery.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_261_124);
const COUNT = 600;
const START = Date.UTC(2026, 0, 1);
const MINE: Matcher = { name: 'tenant', operator: '=', value: 'mine' };
// The name of a tenant may stand in a query; what only its data has must never be seen.
const SECRET = 'secret-';

function toSeries({ labels, samples }: RemoteSeries, more: Readonly<Record<string, string>>): SampleSeries {
  return {
    labels: { ...labels, ...more },
    times: Float64Array.from(samples, ([timeMs]) => timeMs),
    values: Float64Array.from(samples, ([, value]) => (value === STALE ? Number.NaN : value)),
    stale: Uint8Array.from(samples, ([, value]) => (value === STALE ? 1 : 0)),
  };
}

/** The data of one tenant, and what its targets are. The series of both have the same names, jobs and instances. */
function dataOf(random: Random, tenant: string, secret: string): readonly SampleSeries[] {
  const series = randomData(random, START).map((one) => toSeries(one, { tenant, secret: `${secret}value` }));
  const targets = new Map(
    series.map(({ labels: { job = '', instance = '' } }) => [`${job}\n${instance}`, { job, instance }]),
  );
  const times = Float64Array.from({ length: 240 }, (_, row) => START + row * 15_000);
  const infos = [...targets.values()].map((target) => ({
    labels: { __name__: 'target_info', ...target, tenant, version: `${secret}version` },
    times,
    values: times.map(() => 1),
  }));
  return [...series, ...infos];
}

function sourceOf(data: readonly SampleSeries[]): SampleSource {
  return {
    select({ matchers, startMs, endMs }) {
      const isWanted = compileMatchers(matchers);
      return data.filter(({ labels, times }) => isWanted(labels) && times.some((t) => t > startMs && t <= endMs));
    },
  };
}

// Ways to look over the fence, around any query.
const AROUND: readonly ((query: string) => string)[] = [
  (query) => query,
  (query) => query,
  (query) => `(${query}) or {tenant="other"}`,
  (query) => `{tenant=~"other|mine",__name__=~".+"} or (${query})`,
  (query) => `absent(${query})`,
  (query) => `absent({tenant="other",job="api"}) or (${query})`,
  (query) => `(${query}) unless on (job) {tenant!="mine",__name__="gauge"}`,
  (query) => `count_values by (tenant, secret) ("tenant", ${query})`,
  (query) => `label_replace(${query}, "tenant", "other", "job", ".*")`,
  (query) => `label_join(${query}, "tenant", "/", "secret", "version")`,
  (query) =>
    `count by (tenant, secret) (${query}) or on () {__name__=~".*"} or vector(1)`.replace(
      '{__name__=~".*"}',
      '{__name__=~".+"}',
    ),
  (query) => `max_over_time((${query})[10m:1m] @ end()) or min_over_time((${query})[5m:30s] offset -5m)`,
  (query) => `(${query}) * on (job) group_left (secret, version) max by (job, version) (target_info)`,
  (query) => `(${query}) + on (job) group_right (secret) max by (job) ({tenant="other"} @ start())`,
  (query) => `topk(scalar(count({tenant!="mine",__name__="gauge"})) or 1, ${query})`.replace(' or 1', ''),
  (query) => `vector(scalar({tenant="other",__name__="gauge"})) or (${query})`,
  (query) => `sort_by_label(${query}, "secret")`,
  (query) => `info(${query})`,
  (query) => `info(${query}, {version=~".+"})`,
  (query) => `info(${query}, {__name__=~".+_info",tenant="other"})`,
  () => 'absent_over_time({tenant="other"}[5m])',
  () => 'absent_over_time(gauge{tenant!="mine"}[5m])',
  () => 'info({__name__="gauge"}, {tenant!="mine"})',
  () => 'sum by (tenant, secret) ({__name__=~".+"})',
  () => 'count({__name__=~".+"} @ end() offset 1m)',
  () => 'histogram_quantile(0.9, sum by (le, tenant) (rate(latency_bucket[5m])))',
  () => 'rate(requests_total{tenant=~".*"}[5m]) or rate(requests_total{tenant=""}[5m]) or {secret=~"secret.*"}',
];

type Answer = readonly unknown[] | string;

async function answer(expr: Expr | string, random: Random, source: SampleSource): Promise<Answer> {
  const timeMs = START + random.whole(0, 3600) * 1000;
  try {
    const type = typeof expr === 'string' ? typeOf(parseExpr(expr)) : typeOf(expr);
    if (type === 'matrix' || type === 'string' || random.chance(0.4)) {
      const result = await evaluateInstant(expr, timeMs, source);
      return [JSON.stringify(result, (_, value: unknown) => (typeof value === 'number' ? String(value) : value))];
    }
    const { series, times } = await evaluateRange(
      expr,
      { startMs: timeMs, endMs: timeMs + 600_000, stepMs: 60_000 },
      source,
    );
    return series.map(({ labels, values, gaps }) => [labels, String(values), String(gaps), times.length]);
  } catch (error) {
    if (error instanceof PromqlEvaluationError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

/** Whether the expression says what its own selectors ask for, in a label or in what it copies. */
function showsMatchers(expr: Expr): boolean {
  let found = false;
  visitExpr(expr, (node) => {
    found ||= node.type === 'call' && /^(?:absent|absent_over_time|info)$/.test(node.name);
    return true;
  });
  return found;
}

describe('the data of two tenants in one source', () => {
  const random = new Random(SEED);
  const mine = dataOf(random, 'mine', 'open-');
  const alone = sourceOf(mine);
  const mixed = sourceOf([...dataOf(random, 'other', SECRET), ...mine]);
  const queries = Array.from({ length: COUNT }, (_, index) => {
    const { query } = randomQuestion(new Random(SEED + index * 7919), START);
    const around = AROUND[index % AROUND.length] ?? String;
    return typeOf(parseExpr(query)) === 'vector' ? around(query) : query;
  });

  it('is as if the other one had none, behind a fenced source', async () => {
    let filled = 0;
    for (const [index, query] of queries.entries()) {
      const fenced = await answer(query, new Random(index), enforceMatchers(mixed, [MINE]));
      expect(fenced, query).toEqual(await answer(query, new Random(index), alone));
      expect(JSON.stringify(fenced), query).not.toContain(SECRET);
      if (typeof fenced !== 'string' && fenced.length > 0) filled += 1;
    }
    expect(filled).toBeGreaterThan(COUNT / 2);
  }, 120_000);

  it('is as if the other one had none, for an expression with matchers put on every selector', async () => {
    let [same, different] = [0, 0];
    for (const [index, query] of queries.entries()) {
      const expr = withMatchers(parseExpr(query), [MINE]);
      expect(
        selectorsIn(expr).every(({ matchers }) => matchers.includes(MINE)),
        query,
      ).toBe(true);
      const found = await answer(expr, new Random(index), mixed);
      expect(found, query).toEqual(await answer(expr, new Random(index), alone));
      expect(JSON.stringify(found), query).not.toContain(SECRET);
      if (showsMatchers(expr)) continue;
      expect(found, query).toEqual(await answer(parseExpr(query), new Random(index), alone));
      same += 1;
      // Were nothing to be fenced off, nothing would be proven.
      const open = await answer(query, new Random(index), mixed);
      if (JSON.stringify(open) !== JSON.stringify(found)) different += 1;
    }
    expect(same).toBeGreaterThan(COUNT / 3);
    expect(different).toBeGreaterThan(COUNT / 4);
  }, 120_000);
});
