import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import protobuf from 'protobufjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import type { SampleBatch, SampleStore } from '../store/SampleStore.ts';
import { StoreWriteError } from '../store/storeErrors.ts';
import { createOtlpPart } from './createOtlpPart.ts';

const NOW = 1_800_000_000_000;
const TIME = '1799999999000000000';
const TIME_MS = 1_799_999_999_000;
const log = createLogger('silent', () => undefined);
const clock = { now: () => NOW, setTimeout: () => () => undefined };

let batches: SampleBatch[];
let failure: Error | undefined;
let app: Hono;

beforeEach(() => {
  batches = [];
  failure = undefined;
  const store = {
    async append(batch: SampleBatch) {
      if (failure !== undefined) throw failure;
      batches.push(batch);
    },
  } as SampleStore;
  app = new Hono();
  createOtlpPart({ store, clock, log }).routes?.(app);
});

async function send(body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const response = await app.request('/v1/metrics', { method: 'POST', body, headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes };
}

async function sendJson(body: unknown) {
  const { status, bytes } = await send(JSON.stringify(body));
  return { status, body: JSON.parse(bytes.toString()) };
}

const attributes = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));

const request = (metrics: readonly object[], resource: Readonly<Record<string, string>> = {}) => ({
  resourceMetrics: [{ resource: { attributes: attributes(resource) }, scopeMetrics: [{ metrics }] }],
});

/** The samples that arrived, one a line. */
function stored(): readonly string[] {
  return batches.flatMap(({ samples }) =>
    samples.map(({ labels: { __name__: name, ...labels }, timeMs, value, isStale }) => {
      const text = Object.entries(labels).map(([label, content]) => `${label}=${content}`);
      return `${name}{${text.join(',')}} ${isStale ? 'stale' : value} @${timeMs - TIME_MS}`;
    }),
  );
}

const SUM = { aggregationTemporality: 2, isMonotonic: true };
const POINT = { timeUnixNano: TIME, asInt: '7' };

describe('the OTLP metrics route', () => {
  it('keeps gauges and sums under the names and labels that Prometheus gives them', async () => {
    const answer = await sendJson(
      request(
        [
          {
            name: 'queue.length',
            unit: '{job}',
            description: 'Jobs that wait.',
            gauge: { dataPoints: [{ ...POINT, asInt: undefined, asDouble: 1.5 }] },
          },
          {
            name: 'http.requests',
            sum: { ...SUM, dataPoints: [{ ...POINT, attributes: attributes({ 'http.method': 'GET', empty: '' }) }] },
          },
          { name: 'connections', sum: { ...SUM, isMonotonic: false, dataPoints: [POINT] } },
        ],
        { 'service.name': 'shop', 'service.namespace': 'eu', 'service.instance.id': 'i-1', 'host.name': 'box' },
      ),
    );
    expect(answer).toEqual({ status: 200, body: {} });
    expect(stored()).toEqual([
      'queue_length{instance=i-1,job=eu/shop} 1.5 @0',
      'http_requests_total{http_method=GET,instance=i-1,job=eu/shop} 7 @0',
      'connections{instance=i-1,job=eu/shop} 7 @0',
      'target_info{host_name=box,instance=i-1,job=eu/shop} 1 @0',
    ]);
    expect(batches[0]?.metadata).toEqual([
      { name: 'queue_length', type: 'gauge', help: 'Jobs that wait.', unit: '' },
      { name: 'http_requests_total', type: 'counter', help: '', unit: '' },
      { name: 'connections', type: 'gauge', help: '', unit: '' },
      { name: 'target_info', type: 'info', help: 'What is known of the target.' },
    ]);
  });

  it('keeps histograms and summaries as their series', async () => {
    await sendJson(
      request([
        {
          name: 'wait',
          unit: 's',
          histogram: {
            aggregationTemporality: 2,
            dataPoints: [
              { timeUnixNano: TIME, count: '6', sum: 2.5, bucketCounts: ['1', '2', '3'], explicitBounds: [0.1, 5] },
            ],
          },
        },
        { name: 'bare', histogram: { aggregationTemporality: 2, dataPoints: [{ timeUnixNano: TIME, count: 3 }] } },
        {
          name: 'size',
          unit: 'By',
          summary: {
            dataPoints: [{ timeUnixNano: TIME, count: '2', sum: 9, quantileValues: [{ quantile: 0.99, value: 8 }] }],
          },
        },
      ]),
    );
    expect(stored()).toEqual([
      'wait_seconds_bucket{le=0.1} 1 @0',
      'wait_seconds_bucket{le=5} 3 @0',
      'wait_seconds_bucket{le=+Inf} 6 @0',
      'wait_seconds_count{} 6 @0',
      'wait_seconds_sum{} 2.5 @0',
      'bare_bucket{le=+Inf} 3 @0',
      'bare_count{} 3 @0',
      'size_bytes{quantile=0.99} 8 @0',
      'size_bytes_sum{} 9 @0',
      'size_bytes_count{} 2 @0',
    ]);
  });

  it('marks the end of a series, joins labels that come to have one name, and writes values as text', async () => {
    const point = {
      ...POINT,
      flags: 1,
      attributes: [
        { key: 'a_b', value: { stringValue: '2' } },
        { key: 'a.b', value: { boolValue: true } },
        { key: 'list', value: { arrayValue: { values: [{ intValue: '1' }, { doubleValue: 0.5 }] } } },
        { key: 'map', value: { kvlistValue: { values: [{ key: 'x', value: { bytesValue: 'AA==' } }] } } },
        { key: 'large', value: { intValue: '9007199254740993' } },
        { key: '__proto__', value: { stringValue: 'p' } },
        { key: 'job', value: { stringValue: 'of the attribute' } },
      ],
    };
    await sendJson(request([{ name: 'a', gauge: { dataPoints: [point] } }], { 'service.name': 'shop' }));
    expect(stored()).toEqual([
      'a{a_b=true;2,job=shop,key__proto__=p,large=9007199254740993,list=[1,0.5],map={"x":"AA=="}} stale @0',
    ]);
  });

  it('refuses what cannot be stored, counts it, says why, and keeps the rest', async () => {
    const metrics = [
      { name: 'good', gauge: { dataPoints: [POINT] } },
      { name: 'delta', sum: { ...SUM, aggregationTemporality: 1, dataPoints: [POINT, POINT] } },
      { name: 'exp', exponentialHistogram: { aggregationTemporality: 2, dataPoints: [{ timeUnixNano: TIME }] } },
      { name: '!!', gauge: { dataPoints: [POINT] } },
      { name: 'future', gauge: { dataPoints: [{ ...POINT, timeUnixNano: `${NOW + 600_001}000000` }] } },
      { name: 'timeless', gauge: { dataPoints: [{ asInt: 1 }] } },
      {
        name: 'lame',
        histogram: { aggregationTemporality: 2, dataPoints: [{ timeUnixNano: TIME, explicitBounds: [1, 2] }] },
      },
    ];
    const { status, body } = await sendJson(request(metrics));
    expect([status, body.partialSuccess.rejectedDataPoints]).toEqual([200, '7']);
    expect(body.partialSuccess.errorMessage).toMatch(
      /^2 of "delta": its temporality is delta; set .* to cumulative; 1 of/,
    );
    expect(body.partialSuccess.errorMessage).toContain('exponential histograms cannot be stored');
    expect(body.partialSuccess.errorMessage).toContain('and 1 more reasons');
    expect(stored()).toEqual(['good{} 7 @0']);
    expect(batches[0]?.metadata?.map(({ name }) => name)).toEqual(['good']);
  });

  it.each([
    ['no object', '[]', 'the body is no object'],
    ['nothing', '', 'the body is no object'],
    ['no list', '{"resourceMetrics":{}}', 'resourceMetrics is no list'],
    [
      'a point that is none',
      JSON.stringify(request([{ name: 'a', gauge: { dataPoints: [1] } }])),
      'dataPoints[0] is no object',
    ],
    [
      'a value that is none',
      JSON.stringify(request([{ name: 'a', gauge: { dataPoints: [{ ...POINT, asInt: 'x' }] } }])),
      'resourceMetrics[0].scopeMetrics[0].metrics[0].gauge.dataPoints[0].asInt is no number',
    ],
    [
      'a time that is none',
      JSON.stringify(request([{ name: 'a', gauge: { dataPoints: [{ ...POINT, timeUnixNano: -1 }] } }])),
      'timeUnixNano is no whole number of nanoseconds',
    ],
    ['no JSON', '{', 'the body is no JSON'],
  ])('answers %s with 400, the reason, and keeps nothing', async (_, text, reason) => {
    const { status, bytes } = await send(text);
    expect([status, batches]).toEqual([400, []]);
    expect(JSON.parse(bytes.toString()).message).toContain(reason);
  });

  it('answers in Protocol Buffers to those who send them', async () => {
    const PROTOBUF = { 'content-type': 'application/x-protobuf' };
    expect(await send(Buffer.alloc(0), PROTOBUF)).toMatchObject({ status: 200, type: 'application/x-protobuf' });
    const bad = await send(Buffer.from('nonsense'), PROTOBUF);
    const status = protobuf
      .parse('syntax = "proto3"; message Status { string message = 2; }')
      .root.lookupType('Status');
    expect(bad.status).toBe(400);
    expect(status.toObject(status.decode(bad.bytes)).message).toContain('this is no request of OTLP metrics');
  });

  it('refuses other types and encodings, and what is too large once unpacked', async () => {
    const JSON_TYPE = { 'content-type': 'application/json' };
    expect((await send('{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send('{}', { ...JSON_TYPE, 'content-encoding': 'br' })).status).toBe(415);
    expect((await send('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' })).status).toBe(400);
    const packed = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect((await send(gzipSync('{}'), packed)).status).toBe(200);
    expect((await send(gzipSync(Buffer.alloc(70 * 1024 * 1024, 32)), packed)).status).toBe(413);
  });

  it('asks to send it again when the disk does not take it', async () => {
    failure = new StoreWriteError(new Error('no space left'));
    const { status, body } = await sendJson(request([{ name: 'a', gauge: { dataPoints: [POINT] } }]));
    expect([status, body.message]).toEqual([503, expect.stringContaining('no space left')]);
  });
});
