import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OTLPLogExporter as JsonLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufLogExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, type LogRecordExporter, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import LokiTransport from 'winston-loki';
import { type SpawnedServer, spawnServer } from '../server/spawnServer.ts';
import { queryLogs } from '../support/lokiPush.ts';

let folder: string;
let server: SpawnedServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'glasspane-log-clients-'));
  server = await spawnServer(['--data', folder]);
});

afterAll(async () => {
  await server.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

describe('the OpenTelemetry SDK', () => {
  it.each<readonly [string, string, (url: string) => LogRecordExporter]>([
    ['JSON', '/v1/logs', (url) => new JsonLogExporter({ url })],
    ['protocol buffers', '/otlp/v1/logs', (url) => new ProtobufLogExporter({ url })],
  ])('delivers records as %s', async (format, address, createExporter) => {
    const service = `shop-${format.replaceAll(' ', '-')}`;
    const provider = new LoggerProvider({
      resource: resourceFromAttributes({
        'service.name': service,
        'deployment.environment.name': 'prod',
        'host.arch': 'arm64',
      }),
      processors: [new SimpleLogRecordProcessor({ exporter: createExporter(`${server.url}${address}`) })],
    });
    const logger = provider.getLogger('checkout');
    const timestamp = Date.now();
    logger.emit({
      severityNumber: 17,
      severityText: 'ERROR',
      body: 'payment refused',
      attributes: { 'order.id': 7731, retry: true },
      timestamp,
    });
    logger.emit({
      severityNumber: 9,
      body: { msg: 'nested', list: [1, 'two', 2.5, null], flag: false },
      timestamp: timestamp + 1,
    });
    logger.emit({ body: 'no severity', timestamp: timestamp + 2 });
    await provider.forceFlush();
    await provider.shutdown();

    const labels = {
      service_name: service,
      deployment_environment_name: 'prod',
      host_arch: 'arm64',
      scope_name: 'checkout',
    };
    const found = await queryLogs(server.url, `{service_name="${service}"}`, { direction: 'forward' });
    const byTime = [...found].sort((a, b) => Number(BigInt(a.timeNs) - BigInt(b.timeNs)));
    expect(byTime.map(({ line }) => line)).toEqual([
      'payment refused',
      '{"msg":"nested","list":[1,"two",2.5,null],"flag":false}',
      'no severity',
    ]);
    expect(byTime.map(({ stream }) => stream)).toEqual([
      { ...labels, level: 'error', severity_text: 'ERROR', order_id: '7731', retry: 'true' },
      { ...labels, level: 'info' },
      labels,
    ]);
    expect(byTime[0]?.timeNs).toBe(String(BigInt(timestamp) * 1_000_000n));
    expect(await queryLogs(server.url, `{service_name="${service}", level="error"} | order_id="7731"`)).toHaveLength(1);
  });
});

describe('winston-loki', () => {
  it.each([
    ['JSON', true],
    ['protocol buffers', false],
  ])('delivers lines as %s', async (format, json) => {
    const app = `winston_${json ? 'json' : 'proto'}`;
    const transport = new LokiTransport({
      host: server.url,
      json,
      labels: { app },
      batching: false,
    });
    await new Promise<void>((resolve) => {
      transport.log?.({ level: 'warn', message: `hello as ${format}`, [Symbol.for('level')]: 'warn' }, resolve);
    });
    await expect
      .poll(async () => (await queryLogs(server.url, `{app="${app}"}`)).map(({ line }) => line.trim()), {
        timeout: 10_000,
      })
      .toEqual([`hello as ${format} {"level":"warn"}`]);
    await transport.close();
  });
});

describe('POST /v1/logs', () => {
  const send = (body: BodyInit, type: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/v1/logs`, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  const record = (more: object): string =>
    JSON.stringify({
      resourceLogs: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'bad' } }] },
          scopeLogs: [{ logRecords: [{ body: { stringValue: 'good' } }, more] }],
        },
      ],
    });

  it.each([
    ['no JSON', () => send('{', 'application/json'), 400, 'no JSON'],
    ['records that are no list', () => send('{"resourceLogs":{}}', 'application/json'), 400, 'resourceLogs is no list'],
    ['a time that is none', () => send(record({ timeUnixNano: 'soon' }), 'application/json'), 400, 'timeUnixNano'],
    ['a time that is too old', () => send(record({ timeUnixNano: '1' }), 'application/json'), 400, 'too old'],
    ['a value that is none', () => send(record({ body: { intValue: 'x' } }), 'application/json'), 400, 'intValue'],
    ['damaged bytes', () => send(Uint8Array.of(10, 200, 1, 1), 'application/x-protobuf'), 400, 'no OTLP logs request'],
    ['another type', () => send('x', 'text/plain'), 415, 'is not supported'],
    ['another encoding', () => send('x', 'application/json', { 'content-encoding': 'br' }), 415, 'is not supported'],
    ['too much', () => send('x'.repeat(9 * 1024 * 1024), 'application/json'), 413, 'over the limit'],
  ])('refuses %s with a reason, and stores nothing of it', async (_, ask, status, reason) => {
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(reason)]);
    expect(await queryLogs(server.url, '{service_name=~"bad|unknown_service"}')).toEqual([]);
  });
});
