import { describe, expect, it } from 'vitest';
import type { SampleSeries, SampleSource } from '../source/SampleSource.ts';
import type { Expr } from '../syntax/ast.ts';
import type { Matcher } from '../syntax/Matcher.ts';
import { parseExpr } from '../syntax/parseExpr.ts';
import { evaluateInstant } from './evaluateInstant.ts';
import { evaluateRange } from './evaluateRange.ts';
import type { EvaluationOptions } from './options.ts';

const interval = 15_000;

/** Series of numbers that come in no order, under labels that come in none either. */
function makeSeries(name: string, count: number, length: number, labels: (index: number) => object): SampleSeries[] {
  const times = Float64Array.from({ length }, (_, index) => index * interval);
  return Array.from({ length: count }, (_, index) => ({
    labels: { __name__: name, i: String((index * 7919) % count), job: `j${index % 3}`, ...labels(index) },
    times,
    values: times.map((_, place) => ((index + 1) * (place + 1) * 7919) % 10_007),
  }));
}

const bounds = ['0.1', '1', '10', '+Inf'];
const data: Readonly<Record<string, readonly SampleSeries[]>> = {
  wide: makeSeries('wide', 20_000, 1, () => ({})),
  mid: makeSeries('mid', 300, 1500, () => ({})),
  long: makeSeries('long', 2, 50_000, () => ({})),
  bucket: makeSeries('bucket', 1000, 300, (index) => ({ i: String(index >> 2), le: bounds[index % 4] })),
  base: makeSeries('base', 300, 1500, (index) => ({ job: 'j', instance: `i${index % 50}` })),
  target_info: makeSeries('target_info', 50, 1500, (index) => ({ job: 'j', instance: `i${index}`, data: `d${index}` })),
};
const nameOf = (matchers: readonly Matcher[]): string => matchers.find(({ name }) => name === '__name__')?.value ?? '';
const source: SampleSource = { select: ({ matchers }) => data[nameOf(matchers)] ?? [] };

/** Runs a query over all there is of the metrics that it names. */
async function run(query: string, options: EvaluationOptions): Promise<void> {
  if (query.includes('wide')) await evaluateInstant(query, 0, source, options);
  else if (query.includes('long')) await range(query, 50_000, 25, options);
  else await range(query, query.includes('bucket') ? 300 : 1500, 1, options);
}

async function range(query: string, samples: number, every: number, options: EvaluationOptions): Promise<void> {
  const times = { startMs: 0, endMs: (samples - 1) * interval, stepMs: interval * every };
  await evaluateRange(query, times, source, options);
}

/** The milliseconds that this process has computed: on a busy machine much less than have passed. */
function computedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns the milliseconds of the longest stretch without a break. */
async function longestSlice(query: string): Promise<number> {
  let longest = 0;
  let since = computedMs();
  const yieldControl = async (): Promise<void> => {
    longest = Math.max(longest, computedMs() - since);
    await new Promise((resolve) => setImmediate(resolve));
    since = computedMs();
  };
  await run(query, { yieldControl });
  return Math.max(longest, computedMs() - since);
}

/** Queries of every kind that go over much. */
const heavy = [
  'mid',
  'rate(mid[5m])',
  'rate(mid[5m] anchored)',
  'increase(mid[5m] smoothed)',
  'quantile_over_time(0.5, long[6h])',
  'mad_over_time(long[1h])',
  'deriv(long[6h])',
  'stddev_over_time(mid[10m])',
  'max_over_time(max_over_time(rate(mid[5m])[10m:30s])[30m:1m])',
  'sum by (i) (mid)',
  'quantile(0.9, mid)',
  'topk(5, mid)',
  'count_values("v", long)',
  'info(base)',
  'absent(mid)',
  'absent_over_time(mid[1m:15s])',
  'histogram_quantile(0.9, bucket)',
  'mid + mid',
  'mid > mid',
  'mid ^ 2.5',
  'clamp(mid, 1, 100)',
  'year(mid)',
  'scalar(mid)',
  'wide',
  'wide[5m]',
  'abs(wide)',
  'label_replace(wide, "x", "$1", "i", "(.*)")',
  'label_join(wide, "x", "-", "i", "job")',
  'sort(wide)',
  'sort_by_label(wide, "i")',
  'topk(10000, wide)',
  'limitk(10, wide)',
  'limit_ratio(0.5, wide)',
  'sum by (i) (wide)',
  'quantile by (job) (0.9, wide)',
  'wide and wide',
  'wide or on (i) (wide * 2)',
  'wide unless on (i) wide',
  'wide / on (i) wide',
  'wide * on (job) group_left () sum by (job) (wide)',
];

describe('slices of work', () => {
  it.each(heavy)(
    'are short while %s is computed',
    async (query) => {
      // Compiling and collecting garbage count too: one run without a long slice proves that there need be none.
      let best = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 8 && best >= 50; attempt += 1) best = Math.min(best, await longestSlice(query));
      expect(best).toBeLessThan(50);
    },
    60_000,
  );

  it.each(heavy.filter((query) => !query.startsWith('absent')))(
    'end when %s is cancelled, at the first break',
    async (query) => {
      const controller = new AbortController();
      let breaks = 0;
      const yieldControl = async (): Promise<void> => {
        breaks += 1;
        controller.abort(new Error('not wanted any more'));
      };
      await expect(run(query, { signal: controller.signal, yieldControl })).rejects.toMatchObject({
        kind: 'cancelled',
        cause: { message: 'not wanted any more' },
      });
      expect(breaks).toBe(1);
    },
  );

  it('fail when two sides of many series do not match, without a long one', async () => {
    await expect(longestSlice('wide == on (job) wide')).rejects.toThrow('found duplicate series for the match group');
  });
});

describe('regular expressions over long labels', () => {
  it('count as the work that they are', async () => {
    const series = makeSeries('text', 200, 1, () => ({ text: 'ab'.repeat(1000) }));
    let breaks = 0;
    const yieldControl = async (): Promise<void> => {
      breaks += 1;
    };
    const query = 'label_replace(text, "x", "$1", "text", "(.*a.{20}).*")';
    await evaluateInstant(query, 0, { select: () => series }, { yieldControl });
    expect(breaks).toBeGreaterThan(20);
  });
});

describe('deep expressions', () => {
  it('are evaluated as deep as they can be written', async () => {
    const chain = Array.from({ length: 1000 }, () => 'target_info').join(' or ');
    const nested = `${'('.repeat(300)}${'-'.repeat(50)}1${')'.repeat(300)}`;
    expect(await evaluateInstant(chain, 0, source)).toMatchObject({ type: 'vector', samples: { length: 50 } });
    expect(await evaluateInstant(nested, 0, source)).toMatchObject({ type: 'scalar', value: 1 });
  });

  it('are refused before they overflow the stack', async () => {
    let expr: Expr = parseExpr('1');
    for (let depth = 0; depth < 100_000; depth += 1) expr = { type: 'paren', expr, start: 0, end: 1 };
    await expect(evaluateInstant(expr, 0, source)).rejects.toMatchObject({
      kind: 'too_deep',
      message: 'expression is nested more than 1500 levels deep; split it up',
    });
  });
});
