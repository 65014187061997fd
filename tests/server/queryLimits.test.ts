import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';

const END_S = Math.floor(Date.now() / 60_000) * 60 - 60;
const SAMPLES = 200;

interface Answer {
  readonly status: number;
  readonly errorType?: string;
  readonly error?: string;
}

describeWith([PROMETHEUS], 'The limits of queries, of Prometheus and of ours', () => {
  const running: RunningServer[] = [];

  beforeAll(async () => {
    running.push(
      await startPrometheus({
        hasRemoteWriteReceiver: true,
        args: ['--query.max-samples=1000', '--query.timeout=1500ms', '--query.max-concurrency=4'],
      }),
      await startGlasspaneServer({
        config: JSON.stringify({ glasspane: { collect: { host: false, process: false } } }),
        args: ['--query-max-samples=1000', '--query-timeout=1500ms', '--query-max-concurrency=4'],
      }),
    );
    const series = Array.from({ length: 10 }, (_, index) => ({
      labels: { __name__: 'load', instance: String(index) },
      samples: Array.from({ length: SAMPLES }, (_, at) => [(END_S - (SAMPLES - at) * 15) * 1000, at] as const),
    }));
    for (const { url } of running) await remoteWrite(`${url}/api/v1/write`, { series });
  });

  afterAll(async () => {
    for (const server of running) await server.stop();
  });

  async function askBoth(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly Answer[]> {
    return Promise.all(
      running.map(async ({ url }) => {
        const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', body: new URLSearchParams(parameters) });
        const { errorType, error } = await response.json();
        return { status: response.status, errorType, error };
      }),
    );
  }

  it.each<readonly [string, string, Readonly<Record<string, string>>, Answer]>([
    [
      'samples that an instant query reads',
      '/query',
      { query: 'load[1h]', time: String(END_S) },
      {
        status: 422,
        errorType: 'execution',
        error: 'query processing would load too many samples into memory in query execution',
      },
    ],
    [
      'samples that a range query makes',
      '/query_range',
      { query: 'load', start: String(END_S - 3000), end: String(END_S), step: '5' },
      {
        status: 422,
        errorType: 'execution',
        error: 'query processing would load too many samples into memory in query execution',
      },
    ],
    [
      'samples that a subquery makes',
      '/query',
      { query: 'max_over_time(vector(1)[1h:1s])', time: String(END_S) },
      {
        status: 422,
        errorType: 'execution',
        error: 'query processing would load too many samples into memory in query execution',
      },
    ],
    [
      'steps',
      '/query_range',
      { query: 'load', start: '0', end: '11001', step: '1' },
      {
        status: 400,
        errorType: 'bad_data',
        error:
          'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)',
      },
    ],
    [
      'time',
      '/query',
      { query: 'sum_over_time(load[10m])', time: String(END_S), timeout: '-1s' },
      {
        status: 400,
        errorType: 'bad_data',
        error: 'invalid parameter "timeout": cannot parse "-1s" to a valid duration',
      },
    ],
  ])('are the same for %s', async (_, path, parameters, expected) => {
    const [theirs, own] = await askBoth(path, parameters);
    expect(theirs).toEqual(expected);
    expect(own).toEqual(expected);
  });

  it('allow as many samples as said, and steps up to 11,000', async () => {
    const few = { query: 'sum(sum_over_time(load{instance=~"[0-3]"}[1h]))', time: String(END_S) };
    const many = { query: 'nobody', start: '0', end: '11000', step: '1' };
    for (const { status } of await askBoth('/query', few)) expect(status).toBe(200);
    for (const { status } of await askBoth('/query_range', many)) expect(status).toBe(200);
  });

  it('end a query whose time is up with the status and the type that Prometheus gives', async () => {
    const query = { query: 'sum_over_time(load[10m])', time: String(END_S), timeout: '0.000001' };
    const [theirs, own] = await askBoth('/query', query);
    expect(theirs).toMatchObject({ status: 503, errorType: 'timeout' });
    expect(own).toEqual({ status: 503, errorType: 'timeout', error: 'query timed out in expression evaluation' });
  });
});
