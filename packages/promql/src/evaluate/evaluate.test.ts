import { describe, expect, it, vi } from 'vitest';
import { compileMatchers } from '../source/compileMatchers.ts';
import { enforceMatchers } from '../source/enforceMatchers.ts';
import type { SampleSeries, SampleSource, SeriesRequest } from '../source/SampleSource.ts';
import { functionSignatures } from '../syntax/signatures.ts';
import { implementedFunctions } from './callFunction.ts';
import { evaluateInstant } from './evaluateInstant.ts';
import { evaluateRange } from './evaluateRange.ts';

const minute = 60_000;

function series(labels: Record<string, string>, values: readonly number[], intervalMs = minute): SampleSeries {
  return {
    labels,
    times: Float64Array.from(values, (_, index) => index * intervalMs),
    values: Float64Array.from(values),
  };
}

/** A source over fixed series that gives more samples than it is asked for. */
class ArraySource implements SampleSource {
  readonly requests: SeriesRequest[] = [];
  readonly #series: readonly SampleSeries[];

  constructor(...given: readonly SampleSeries[]) {
    this.#series = given;
  }

  select(request: SeriesRequest): readonly SampleSeries[] {
    this.requests.push(request);
    const isWanted = compileMatchers(request.matchers);
    return this.#series.filter(({ labels }) => isWanted(labels));
  }
}

const hour = { startMs: 0, endMs: 3 * minute, stepMs: minute };

describe('evaluateRange', () => {
  it('takes the end of the query for end(), though it may be no step', async () => {
    const source = new ArraySource(series({ __name__: 'x' }, [1, 2, 3, 4]));
    const range = { startMs: 0, endMs: 3 * minute, stepMs: 2 * minute };
    for (const [query, value] of [
      ['x @ end()', 4],
      ['vector(end())', 180],
      ['vector(range())', 180],
      ['sum_over_time(x[range() + 1] @ end())', 10],
    ] as const) {
      const result = await evaluateRange(query, range, source);
      expect(result.series.map(({ values }) => [...values])).toEqual([[value, value]]);
    }
  });

  it('keeps a series without its name apart from the one that still has it', async () => {
    const source = new ArraySource(series({ __name__: 'x', a: '1' }, [1001, 1061, 1121, 1181]));
    const { series: found } = await evaluateRange('rate(x[2m]) or x', hour, source);
    expect(found.map(({ labels, values }) => [labels, [...values]])).toEqual([
      [{ __name__: 'x', a: '1' }, [1001, Number.NaN, Number.NaN, Number.NaN]],
      [{ a: '1' }, [Number.NaN, 1, 1, 1]],
    ]);
  });

  it('names what a comparison keeps as the side that its labels come from', async () => {
    const source = new ArraySource(
      series({ __name__: 'x', a: '1' }, [1]),
      series({ __name__: 'y', a: '1', b: '2' }, [0]),
    );
    const range = { startMs: 0, endMs: 0, stepMs: minute };
    const labelsOf = async (query: string): Promise<unknown> =>
      (await evaluateRange(query, range, source)).series.map(({ labels }) => labels);
    expect(await labelsOf('abs(x) > on (a) group_right () y')).toEqual([{ __name__: 'y', a: '1', b: '2' }]);
    expect(await labelsOf('x > on (a) group_right () abs(y)')).toEqual([{ a: '1', b: '2' }]);
  });

  it.each([
    ['absent(x{a!="1",a="2"})', { a: '2' }],
    ['absent(x{a="1",a="2"})', {}],
    ['absent(x{a="1",a!="2"})', {}],
  ])('gives %s the labels %j', async (query, labels) => {
    const { series: found } = await evaluateRange(query, hour, new ArraySource());
    expect(found.map((one) => one.labels)).toEqual([labels]);
  });

  it('takes milliseconds exactly', async () => {
    const source = new ArraySource(series({ __name__: 'x' }, [1, 2, 3, 4], 1001));
    const range = { startMs: 2001, endMs: 2001, stepMs: 1 };
    for (const [query, value] of [
      ['x offset 1001ms', 1],
      ['count_over_time(x[1001ms])', 1],
    ] as const) {
      expect((await evaluateRange(query, range, source)).series.map(({ values }) => [...values])).toEqual([[value]]);
    }
  });

  it('gives columns over one grid, sorted by labels, with gaps apart from NaN', async () => {
    const source = new ArraySource(
      series({ __name__: 'x', a: '2' }, [1, Number.NaN, 3, 4]),
      series({ __name__: 'x', a: '1' }, [5, 6, 7, 8]),
    );
    expect(await evaluateRange('x < 8 or (x != 0)', hour, source)).toEqual({
      times: Float64Array.of(0, minute, 2 * minute, 3 * minute),
      series: [
        { labels: { __name__: 'x', a: '1' }, values: Float64Array.of(5, 6, 7, 8) },
        { labels: { __name__: 'x', a: '2' }, values: Float64Array.of(1, Number.NaN, 3, 4) },
      ].map((one) => expect.objectContaining(one)),
      annotations: [],
    });
    const { series: found } = await evaluateRange('x{a="1"} > 6', hour, source);
    expect(found).toEqual([
      {
        labels: { __name__: 'x', a: '1' },
        values: Float64Array.of(Number.NaN, Number.NaN, 7, 8),
        gaps: Uint8Array.of(1, 1, 0, 0),
      },
    ]);
  });

  it('asks the source once for each selector, with the window that all its modifiers need', async () => {
    const source = new ArraySource(series({ __name__: 'x' }, [1, 2, 3, 4]));
    await evaluateRange('rate(x[5m] offset 1m) + x + x + max_over_time(y[1m:30s] @ end())', hour, source, {
      lookbackMs: 2 * minute,
    });
    expect(source.requests.map(({ startMs, endMs }) => [startMs / minute, endMs / minute])).toEqual([
      [-6, 2],
      [-2, 3],
      [2.5 - 2, 3],
    ]);
  });

  it('ends a series at a staleness marker, and leaves the marker out of ranges', async () => {
    const stale = { ...series({ __name__: 'x' }, [1, 2, 3, 4]), stale: Uint8Array.of(0, 1, 0, 0) };
    const source = new ArraySource(stale);
    expect((await evaluateRange('x', hour, source)).series[0]?.gaps).toEqual(Uint8Array.of(0, 1, 0, 0));
    expect((await evaluateRange('count_over_time(x[2m])', hour, source)).series[0]?.values).toEqual(
      Float64Array.of(1, 1, 1, 2),
    );
  });

  it('leaves samples exactly at the left edge out of ranges and lookback', async () => {
    const source = new ArraySource(series({ __name__: 'x' }, [1]));
    const range = { startMs: 5 * minute - 1, endMs: 5 * minute, stepMs: 1 };
    expect((await evaluateRange('x', range, source)).series[0]?.gaps).toEqual(Uint8Array.of(0, 1));
    expect((await evaluateRange('count_over_time(x[5m])', range, source)).series[0]?.gaps).toEqual(Uint8Array.of(0, 1));
  });

  it('treats hostile label names like any other', async () => {
    const labels = JSON.parse('{"__name__":"x","__proto__":"p","constructor":"c"}') as Record<string, string>;
    const source = new ArraySource(series(labels, [1, 2, 3, 4]));
    const result = await evaluateRange('sum by (__proto__, toString) (x{constructor="c"})', hour, source);
    expect(result.series.map((one) => Object.entries(one.labels))).toEqual([[['__proto__', 'p']]]);
  });

  it('refuses what no range query can give', async () => {
    const source = new ArraySource();
    await expect(evaluateRange('x[5m]', hour, source)).rejects.toThrow('invalid expression type "range vector"');
    await expect(evaluateRange('x', { ...hour, stepMs: 0 }, source)).rejects.toThrow('step widths');
    await expect(evaluateRange('x', { ...hour, endMs: -1 }, source)).rejects.toThrow('before start');
    await expect(evaluateRange('x{a=~"("}', hour, source)).rejects.toThrow('missing closing )');
  });

  it.each([
    [{ maxPoints: 3 }, 'too_many_points'],
    [{ maxSeries: 1 }, 'too_many_series'],
    [{ maxSamples: 5 }, 'too_many_samples'],
    [{ timeout: { ms: 0, now: vi.fn().mockReturnValueOnce(0).mockReturnValue(1) } }, 'timeout'],
    [{ signal: AbortSignal.abort() }, 'cancelled'],
  ])('ends with a typed error at the limit %j', async (options, kind) => {
    const source = new ArraySource(series({ a: '1' }, [1, 2, 3, 4]), series({ a: '2' }, [1, 2, 3, 4]));
    await expect(evaluateRange('{a=~".+"}', hour, source, options)).rejects.toMatchObject({
      name: 'PromqlEvaluationError',
      kind,
    });
  });

  it('refuses a subquery of absurdly many steps before it takes memory', async () => {
    const source = new ArraySource(series({ __name__: 'x' }, [1]));
    await expect(evaluateRange('max_over_time(x[100y:1ms])', hour, source)).rejects.toMatchObject({
      kind: 'too_many_samples',
    });
  });

  it.each([
    ['-x', 'x', 10],
    ['sum(x)', 'x', 10],
    ['x > on () group_left () vector(0)', 'x', 10],
    ['clamp(x, 5, 1)', 'clamp(x, 1, 5)', 0],
    ['topk(400, x)', 'topk(0, x)', 10],
    ['mad_over_time(x[5000m])', 'max_over_time(x[5000m])', 10],
    // These give one series only, which is soon put into the result.
    ['scalar(x)', 'x', 0],
    ['absent(x)', 'x', 0],
    ['vector(1) and on () x', 'x', 0],
  ])('hands over control while it computes %s, not only %s', async (query, part, more) => {
    const source = new ArraySource(
      ...Array.from({ length: 400 }, (_, index) => series({ __name__: 'x', i: String(index) }, [1, 2, 3, 4])),
    );
    const long = { startMs: 0, endMs: 5000 * minute, stepMs: minute };
    const yieldsOf = async (expr: string): Promise<number> => {
      const yieldControl = vi.fn(() => Promise.resolve());
      await evaluateRange(expr, long, source, { yieldControl });
      return yieldControl.mock.calls.length;
    };
    // Two million values, gone over once, are 13 times.
    expect(await yieldsOf(query)).toBeGreaterThanOrEqual((await yieldsOf(part)) + more);
  });

  it('hands over control during long work, and notices there that it was cancelled', async () => {
    const source = new ArraySource(
      ...Array.from({ length: 400 }, (_, index) => series({ __name__: 'x', i: String(index) }, [1, 2, 3, 4])),
    );
    const controller = new AbortController();
    const yieldControl = vi.fn(async () => controller.abort());
    const long = { startMs: 0, endMs: 5000 * minute, stepMs: minute };
    const query = evaluateRange('sum(x)', long, source, { signal: controller.signal, yieldControl });
    await expect(query).rejects.toMatchObject({ kind: 'cancelled' });
    expect(yieldControl).toHaveBeenCalledTimes(1);
  });
});

describe('evaluateInstant', () => {
  const source = new ArraySource(series({ __name__: 'x', a: '1' }, [1, 2]), series({ __name__: 'x', a: '2' }, [3, 4]));

  it('gives each type of value in its own form', async () => {
    const timeMs = minute;
    const annotations: never[] = [];
    expect(await evaluateInstant('1 + 1', timeMs, source)).toEqual({ type: 'scalar', timeMs, value: 2, annotations });
    expect(await evaluateInstant('"a"', timeMs, source)).toEqual({ type: 'string', timeMs, value: 'a', annotations });
    expect(await evaluateInstant('sort_desc(x)', timeMs, source)).toEqual({
      ...{ type: 'vector', timeMs, annotations },
      samples: [
        { labels: { __name__: 'x', a: '2' }, value: 4 },
        { labels: { __name__: 'x', a: '1' }, value: 2 },
      ],
    });
    expect(await evaluateInstant('x{a="1"}[1m]', timeMs, source)).toEqual({
      ...{ type: 'matrix', annotations },
      series: [{ labels: { __name__: 'x', a: '1' }, times: Float64Array.of(minute), values: Float64Array.of(2) }],
    });
  });

  it('remarks on gauges, with the place in the query', async () => {
    const { annotations } = await evaluateInstant('sum(rate(x[5m])) +\n quantile(2, x)', minute, source);
    expect(annotations).toEqual([
      {
        severity: 'info',
        message:
          'PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "x" (1:10)',
      },
      { severity: 'warning', message: 'PromQL warning: quantile value should be between 0 and 1, got 2 (2:11)' },
    ]);
  });
});

describe('enforceMatchers', () => {
  it.each([
    'x',
    'info(x)',
    'x or {__name__=~".+"}',
    'max_over_time(x[5m:1m] @ end())',
    'absent(x{tenant="other"}) or x',
    '{tenant=~".*", __name__!=""}',
  ])('lets %s see no series of others', async (query) => {
    const source = new ArraySource(
      series({ __name__: 'x', job: 'j', instance: 'i', tenant: 'own' }, [1, 1, 1, 1]),
      series({ __name__: 'x', job: 'j', instance: 'i', tenant: 'other', secret: 's' }, [9, 9, 9, 9]),
      series({ __name__: 'target_info', job: 'j', instance: 'i', tenant: 'other', secret: 's' }, [9, 9, 9, 9]),
    );
    const fenced = enforceMatchers(source, [{ name: 'tenant', operator: '=', value: 'own' }]);
    const result = await evaluateRange(query, hour, fenced);
    expect(JSON.stringify(result.series.map(({ labels, values }) => [labels, [...values]]))).not.toMatch(/secret|9/);
    expect(source.requests.every(({ matchers }) => matchers.at(-1)?.value === 'own')).toBe(true);
  });
});

describe('the functions', () => {
  it('are all implemented, and none beyond those with a signature', () => {
    expect([...implementedFunctions].sort()).toEqual([...functionSignatures.keys()].sort());
    expect(functionSignatures.size).toBe(90);
  });
});
