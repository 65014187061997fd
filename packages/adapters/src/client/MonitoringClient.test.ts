import { describe, expect, it } from 'vitest';
import { createMemoryBackend } from '../memory/createMemoryBackend.ts';
import type { ServerBackendOptions } from '../server/createServerBackend.ts';
import { MonitoringClient } from './MonitoringClient.ts';

it('does over the memory backend everything that needs no mail', async () => {
  const client = new MonitoringClient({ backend: createMemoryBackend() });
  const labels = { environment: 'prod', service: 'api' };
  await client.createMetric({ name: 'error_rate', type: 'gauge', description: 'Share.', labels: Object.keys(labels) });
  const recorded = client.recordMetric({ name: 'error_rate', value: 0.08, labels });
  await client.flush();
  await recorded;

  const dashboard = await client.createDashboard({ name: 'System Overview' });
  const widget = await dashboard.addWidget({ type: 'line_chart', title: 'Errors', metric: 'error_rate' });
  const expr = widget.queries[0]?.expr ?? '';
  const { frame } = await client.backend.metrics.queryInstant({ expr, timeMs: Date.now() });
  expect(frame.fields[1]).toMatchObject({
    labels: { __name__: 'error_rate', ...labels },
    values: Float64Array.of(0.08),
  });

  const rule = await client.createAlertRule({ name: 'high_error_rate', condition: 'error_rate > 0.05' });
  expect(await client.getAlertRule(rule.id)).toEqual(rule);
  expect(await client.backend.alerts?.list({})).toEqual([
    expect.objectContaining({
      state: 'firing',
      labels: { alertname: 'high_error_rate', severity: 'warning', ...labels },
    }),
  ]);
  await client.updateAlertRule(rule.id, { condition: 'error_rate > 0.5' });
  expect(await client.backend.alerts?.list({})).toEqual([]);
  await client.deleteAlertRule(rule.id);
  expect([await client.listAlertRules(), await client.listChannels()]).toEqual([[], []]);

  expect((await client.listMetrics()).map(({ name }) => name)).toEqual(['error_rate']);
  await expect(dashboard.export({ format: 'pdf' })).rejects.toMatchObject({ code: 'unsupported' });
  await expect(dashboard.scheduleReport({ recipients: ['a@b.c'] })).rejects.toMatchObject({ code: 'unsupported' });
  await dashboard.delete();
  expect(await client.listDashboards()).toEqual([]);
  await client.close();
});

describe('over a server', () => {
  /** Makes a client whose requests are written down and answered with nothing. */
  function clientOf(options: Pick<Partial<ServerBackendOptions>, 'url' | 'apiKey' | 'headers'>) {
    const requests: (readonly [method: string | undefined, url: string, authorization: string | null])[] = [];
    const client = new MonitoringClient({
      ...options,
      fetch: async (url, { method, headers }) => {
        requests.push([method, url, new Headers(headers).get('authorization')]);
        return Response.json({ status: 'success', data: [] });
      },
    });
    return { client, requests };
  }

  it('sends its key to the address that is given, by default one on this machine', async () => {
    const near = clientOf({});
    await near.client.listDashboards();
    const far = clientOf({ url: 'https://monitoring.example/', apiKey: 'gp_1_secret' });
    await far.client.listDashboards();
    expect([...near.requests, ...far.requests]).toEqual([
      ['GET', 'http://127.0.0.1:4401/api/v1/dashboards', null],
      ['GET', 'https://monitoring.example/api/v1/dashboards', 'Bearer gp_1_secret'],
    ]);
  });

  it("leaves the host's own credentials alone", async () => {
    const { client, requests } = clientOf({ apiKey: 'gp_1_secret', headers: () => ({ authorization: 'Basic x' }) });
    await client.listDashboards();
    expect(requests[0]?.[2]).toBe('Basic x');
  });

  it('refuses a key that no header can carry, without showing it', () => {
    const make = () => new MonitoringClient({ apiKey: 'gp_1_secret\n' });
    expect(make).toThrow(expect.objectContaining({ code: 'invalid', message: expect.not.stringContaining('secret') }));
  });
});
