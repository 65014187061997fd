import { OTLPMetricExporter as JsonExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as ProtobufExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  AggregationType,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';

const COLLECT_NOTHING = 'glasspane: { collect: { host: false, process: false } }\n';

let server: RunningServer;
const providers: MeterProvider[] = [];

beforeEach(async () => {
  server = await startGlasspaneServer({ config: COLLECT_NOTHING });
});

afterEach(async () => {
  for (const provider of providers.splice(0)) await provider.shutdown();
  await server.stop();
});

/** The SDK as an application sets it up, but that it exports only when told to. */
function createProvider(exporter: PushMetricExporter): MeterProvider {
  const provider = new MeterProvider({
    resource: resourceFromAttributes({
      'service.name': 'shop',
      'service.instance.id': 'shop-1',
      'deployment.environment.name': 'production',
    }),
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })],
    views: [
      {
        instrumentName: 'exponential',
        aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM },
      },
    ],
  });
  providers.push(provider);
  return provider;
}

function record(provider: MeterProvider): void {
  const meter = provider.getMeter('test');
  const requests = meter.createCounter('http.server.requests', { unit: '{request}', description: 'Requests served.' });
  requests.add(2, { 'http.request.method': 'GET' });
  requests.add(1, { 'http.request.method': 'GET' });
  meter.createUpDownCounter('queue.length').add(-4);
  meter.createGauge('room.temperature', { unit: 'Cel' }).record(21.5);
  meter.createObservableGauge('disk.used', { unit: '1' }).addCallback((result) => result.observe(0.25));
  const duration = meter.createHistogram('llm.duration', {
    unit: 's',
    advice: { explicitBucketBoundaries: [0.5, 2] },
  });
  for (const seconds of [0.25, 1, 4]) duration.record(seconds);
}

async function query(expr: string): Promise<readonly (readonly [labels: object, value: string])[]> {
  const answer = await (await fetch(`${server.url}/api/v1/query?${new URLSearchParams({ query: expr })}`)).json();
  const result: readonly { readonly metric: object; readonly value: readonly [number, string] }[] = answer.data.result;
  return result.map(({ metric, value }) => [metric, value[1]]);
}

describe('a real OpenTelemetry SDK that exports to our server', () => {
  it.each([
    ['Protocol Buffers, packed', '/v1/metrics', ProtobufExporter],
    ['JSON', '/api/v1/otlp/v1/metrics', JsonExporter],
  ] as const)('delivers what it measured in %s, there when the export returns', async (name, path, Exporter) => {
    const compression = name.endsWith('packed') ? 'gzip' : 'none';
    const provider = createProvider(new Exporter({ url: `${server.url}${path}`, compression: compression as never }));
    record(provider);
    await provider.forceFlush();

    const target = { job: 'shop', instance: 'shop-1' };
    expect(await query('http_server_requests_total')).toEqual([
      [{ __name__: 'http_server_requests_total', http_request_method: 'GET', ...target }, '3'],
    ]);
    expect(await query('queue_length')).toEqual([[{ __name__: 'queue_length', ...target }, '-4']]);
    expect(await query('room_temperature_celsius')).toMatchObject([[target, '21.5']]);
    expect(await query('disk_used_ratio')).toMatchObject([[target, '0.25']]);
    expect(await query('sort(llm_duration_seconds_bucket)')).toMatchObject([
      [{ le: '0.5' }, '1'],
      [{ le: '2' }, '2'],
      [{ le: '+Inf' }, '3'],
    ]);
    expect(await query('llm_duration_seconds_sum / llm_duration_seconds_count')).toEqual([[target, '1.75']]);
    expect(await query('target_info{deployment_environment_name="production"}')).toMatchObject([[target, '1']]);
    const metadata = await (await fetch(`${server.url}/api/v1/metadata?metric=http_server_requests_total`)).json();
    expect(metadata.data.http_server_requests_total).toEqual([{ type: 'counter', help: 'Requests served.', unit: '' }]);
  });

  it('is told what cannot be stored, and the rest is there', async () => {
    const refused = createProvider(
      new ProtobufExporter({
        url: `${server.url}/v1/metrics`,
        temporalityPreference: AggregationTemporality.DELTA,
      }),
    );
    refused.getMeter('test').createCounter('delta').add(1);
    refused.getMeter('test').createHistogram('exponential').record(1);
    refused.getMeter('test').createGauge('kept').record(7);
    await refused.forceFlush();
    expect(await query('kept')).toMatchObject([[{ job: 'shop' }, '7']]);
    expect(await query('{__name__=~"delta.*|exponential.*"}')).toEqual([]);
    expect(server.output()).toContain('its temporality is delta');
    expect(server.output()).toContain('exponential histograms cannot be stored');
  });

  it('needs a key for sending where the server asks for keys', async () => {
    await server.stop();
    server = await startGlasspaneServer({ config: COLLECT_NOTHING, args: ['--require-key'] });
    const admin = /gp_[0-9a-f]{12}_[\w-]{43}/.exec(server.output())?.[0] ?? '';
    const made = await fetch(`${server.url}/api/v1/keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'shop', scopes: ['ingest'] }),
    });
    const { key } = (await made.json()).data;
    const provider = createProvider(
      new ProtobufExporter({ url: `${server.url}/v1/metrics`, headers: { authorization: `Bearer ${key}` } }),
    );
    record(provider);
    await provider.forceFlush();
    const ask = (authorization: string): Promise<Response> =>
      fetch(`${server.url}/api/v1/query?query=queue_length`, { headers: { authorization } });
    expect((await ask(`Bearer ${key}`)).status).toBe(403);
    expect((await (await ask(`Bearer ${admin}`)).json()).data.result).toHaveLength(1);
  });
});
