import { QueryClient, QueryObserver } from '@tanstack/query-core';
import { describe, expect, it } from 'vitest';
import type { InstantRequest, MetricSource, QueryResult, RangeRequest } from '../backend/MetricSource.ts';
import { FakeClock } from '../testing/FakeClock.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { numberField, rangeFrame } from '../testing/frames.ts';
import { type MetricQueryData, type MetricQueryInput, metricQueryOptions } from './metricQueryOptions.ts';

const answer: QueryResult = { frame: rangeFrame([0], [numberField({ a: 'b' }, [1])]), notices: [] };

function setUp(change: Partial<MetricQueryInput> = {}, methods: Partial<MetricSource> = {}) {
  const clock = new FakeClock(10_000_003);
  const requests: (RangeRequest | InstantRequest)[] = [];
  const record = (request: RangeRequest | InstantRequest): Promise<QueryResult> => {
    requests.push(request);
    return Promise.resolve({ ...answer, frame: rangeFrame([0], [numberField({ a: 'b' }, [1])]) });
  };
  const input: MetricQueryInput = {
    backend: { id: 'b1', metrics: fakeSource({ queryRange: record, queryInstant: record, ...methods }) },
    query: { refId: 'A', expr: 'x{job="$job"}' },
    timeRange: { from: 'now-1h', to: 'now' },
    widthPx: 812,
    variables: { job: 'api', other: 'x' },
    clock,
    timeZone: 'UTC',
    ...change,
  };
  return { clock, requests, input, options: metricQueryOptions(input), client: new QueryClient() };
}

const keyOf = (input: MetricQueryInput): string => JSON.stringify(metricQueryOptions(input).queryKey);

describe('metricQueryOptions', () => {
  it('reads the present moment each time the query runs, under the same key', async () => {
    const { clock, requests, input, options, client } = setUp();
    const first = await client.fetchQuery(options);
    await clock.advance(5000);
    const second = await client.fetchQuery(metricQueryOptions(input));
    expect(requests).toEqual([
      { expr: 'x{job="api"}', startMs: 6_400_000, endMs: 10_000_000, stepMs: 5000, edgeMs: 10_000_003 },
      { expr: 'x{job="api"}', startMs: 6_405_000, endMs: 10_005_000, stepMs: 5000, edgeMs: 10_005_003 },
    ]);
    expect([first.timeRange, second.timeRange]).toEqual([
      { startMs: 6_400_003, endMs: 10_000_003 },
      { startMs: 6_405_003, endMs: 10_005_003 },
    ]);
  });

  it('keeps the frame of a refresh that brings nothing new, and all of the data when the window stays too', async () => {
    const { clock, options, client } = setUp();
    const refresh = async (): Promise<MetricQueryData | undefined> => {
      await client.fetchQuery(options);
      return client.getQueryData(options.queryKey);
    };
    const first = await refresh();
    const same = await refresh();
    await clock.advance(5000);
    const moved = await refresh();
    expect(same).toBe(first);
    expect(moved).not.toBe(first);
    expect(moved?.frame).toBe(first?.frame);
  });

  it('tells apart what gives another answer, and nothing else', () => {
    const { input } = setUp();
    const key = keyOf(input);
    const others: Partial<MetricQueryInput>[] = [
      { backend: { ...input.backend, id: 'b2' } },
      { query: { ...input.query, expr: 'y{job="$job"}' } },
      { query: { ...input.query, instant: true } },
      { query: { ...input.query, minStepMs: 30_000 } },
      { timeRange: { from: 'now-2h', to: 'now' } },
      { timeRange: { from: 'now-1h', to: 'now-1m' } },
      { variables: { job: 'web' } },
      { widthPx: 400 },
      { timeZone: 'Europe/Berlin' },
      { minStepMs: 60_000 },
      { mode: 'instant' },
    ];
    const keys = others.map((change) => keyOf({ ...input, ...change }));
    expect(new Set([key, ...keys]).size).toBe(others.length);
    const same: Partial<MetricQueryInput>[] = [
      { variables: { other: 'y', job: 'api' } },
      { widthPx: 840 },
      { query: { ...input.query, refId: 'B', legend: '{{a}}' } },
      { clock: new FakeClock(99) },
    ];
    expect(same.map((change) => keyOf({ ...input, ...change }))).toEqual(same.map(() => key));
  });

  it.each([
    ['the time range', { timeRange: { from: 'soon', to: 'now' } }, { name: 'TimeRangeError' }],
    ['a variable', { variables: {} }, { name: 'VariableError', variable: 'job' }],
  ])('gives what is wrong with %s as the error of the query, asked once', async (_, change, error) => {
    const { options, requests, client } = setUp(change);
    await expect(client.fetchQuery(options)).rejects.toMatchObject(error);
    expect(requests).toEqual([]);
  });

  it('gives an error of the source as one of ours, and does not ask again by itself', async () => {
    let calls = 0;
    const queryRange = (): Promise<never> => {
      calls += 1;
      return Promise.reject(new Error('down'));
    };
    const { options, client } = setUp({}, { queryRange });
    await expect(client.fetchQuery({ ...options })).rejects.toMatchObject({
      name: 'GlasspaneError',
      code: 'internal',
      message: 'down',
    });
    expect(calls).toBe(1);
  });

  it('cancels the request when the last observer leaves', async () => {
    let signal: AbortSignal | undefined;
    const queryRange: MetricSource['queryRange'] = (_, given) => {
      signal = given;
      return new Promise(() => {});
    };
    const { options, client } = setUp({}, { queryRange });
    const observer = new QueryObserver(client, options);
    const unsubscribe = observer.subscribe(() => {});
    await Promise.resolve();
    expect(signal?.aborted).toBe(false);
    unsubscribe();
    expect(signal?.aborted).toBe(true);
    client.clear();
  });
});
