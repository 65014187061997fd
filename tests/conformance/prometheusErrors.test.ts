import { createPrometheusBackend, type PrometheusBackendOptions } from '@glasspane/adapters/prometheus';
import { afterEach, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, type PrometheusOptions, startPrometheus } from '../support/startPrometheus.ts';

// admin: test, as the guide of Prometheus has it (https://prometheus.io/docs/guides/basic-auth/).
const WEB_CONFIG = 'basic_auth_users: { admin: $2b$12$hNf2lSsxfm0.i4a.1kVpSOVyBCfIB51VRjgBUyv6kdnyTlgWj81Ay }';

describeWith([PROMETHEUS], 'what a real Prometheus refuses', () => {
  const running: RunningServer[] = [];
  const start = async (options: PrometheusOptions = {}): Promise<RunningServer> => {
    const server = await startPrometheus({ hasRemoteWriteReceiver: true, ...options });
    running.push(server);
    return server;
  };
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });

  const ask = (options: PrometheusBackendOptions, expr = 'up'): Promise<unknown> =>
    createPrometheusBackend(options).metrics.queryInstant({ expr, timeMs: Date.now() });

  it('wrong credentials are unauthorized, right ones are taken', async () => {
    const server = await start({
      webConfig: WEB_CONFIG,
      headers: { authorization: `Basic ${btoa('admin:test')}` },
    });
    const headers = (password: string) => () => ({ authorization: `Basic ${btoa(`admin:${password}`)}` });
    await expect(ask({ url: server.url })).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(ask({ url: server.url, headers: headers('guess') })).rejects.toMatchObject({ code: 'unauthorized' });
    await expect(ask({ url: server.url, headers: headers('test') })).resolves.toMatchObject({ notices: [] });
  });

  it('a wrong address is not_found and says what the address must be', async () => {
    const server = await start({ routePrefix: '/prometheus' });
    await expect(ask({ url: server.url.replace('/prometheus', '/elsewhere') })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('/elsewhere/api/v1'),
    });
  });

  it('a server that is gone is unreachable', async () => {
    const server = await start();
    await server.stop();
    await expect(ask({ url: server.url })).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('too many steps are too_many_points', async () => {
    const { url } = await start();
    const request = { expr: 'vector(1)', startMs: 0, endMs: 12_000_000, stepMs: 1000 };
    await expect(createPrometheusBackend({ url }).metrics.queryRange(request)).rejects.toMatchObject({
      code: 'too_many_points',
      message: expect.stringContaining('longer step'),
    });
  });

  it('too many samples are too_many_samples', async () => {
    const { url } = await start({ args: ['--query.max-samples=5'] });
    const samples = Array.from({ length: 10 }, (_, at) => [Date.now() - 10_000 + at * 1000, at] as const);
    await remoteWrite(`${url}/api/v1/write`, { series: [{ labels: { __name__: 'a' }, samples }] });
    await expect(ask({ url }, 'sum_over_time(a[1m])')).rejects.toMatchObject({ code: 'too_many_samples' });
  });

  it('a query beyond the time of the server is a timeout', async () => {
    const { url } = await start({ args: ['--query.timeout=1ms'] });
    await expect(ask({ url }, 'sum(sum_over_time(vector(1)[10d:1s]))')).rejects.toMatchObject({ code: 'timeout' });
  });
});
