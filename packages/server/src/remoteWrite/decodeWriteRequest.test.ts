import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { decodeWriteRequest } from './decodeWriteRequest.ts';
import { toBatch } from './toBatch.ts';

// The published schema, encoded by protobufjs itself.
const schema = protobuf.parse(`
  syntax = "proto3";
  message Label { string name = 1; string value = 2; }
  message Sample { double value = 1; int64 timestamp = 2; }
  message Exemplar { repeated Label labels = 1; double value = 2; int64 timestamp = 3; }
  message Histogram { uint64 count_int = 1; double sum = 3; int64 timestamp = 15; }
  message TimeSeries {
    repeated Label labels = 1; repeated Sample samples = 2; repeated Exemplar exemplars = 3; repeated Histogram histograms = 4;
  }
  message MetricMetadata { int32 type = 1; string metric_family_name = 2; string help = 4; string unit = 5; }
  message WriteRequest { repeated TimeSeries timeseries = 1; repeated MetricMetadata metadata = 3; string future = 99; }
`).root;
const WriteRequest = schema.lookupType('WriteRequest');

function encode(request: object): Uint8Array {
  return WriteRequest.encode(WriteRequest.fromObject(request)).finish();
}

const up = [
  { name: '__name__', value: 'up' },
  { name: 'job', value: 'api' },
];

describe('decodeWriteRequest', () => {
  it('reads series, samples and metadata, and skips what it does not know', () => {
    const message = encode({
      future: 'x',
      timeseries: [
        {
          labels: up,
          samples: [
            { value: 1.5, timestamp: 1_700_000_000_123 },
            { value: -0, timestamp: -5 },
          ],
          exemplars: [{ labels: up, value: 1, timestamp: 1 }],
          histograms: [{ countInt: 3, sum: 1, timestamp: 1 }],
        },
        { labels: [{ name: '__name__', value: '数' }], samples: [] },
      ],
      metadata: [
        { type: 1, metricFamilyName: 'requests_total', help: 'All requests.', unit: 'requests' },
        { type: 42, metricFamilyName: 'new' },
      ],
    });
    expect(decodeWriteRequest(message)).toEqual({
      series: [
        {
          labels: up,
          samples: [
            { timeMs: 1_700_000_000_123, value: 1.5, isStale: false },
            { timeMs: -5, value: -0, isStale: false },
          ],
          histogramCount: 1,
        },
        { labels: [{ name: '__name__', value: '数' }], samples: [], histogramCount: 0 },
      ],
      metadata: [
        { name: 'requests_total', type: 'counter', help: 'All requests.', unit: 'requests' },
        { name: 'new', type: 'unknown', help: '', unit: '' },
      ],
    });
  });

  it('tells the staleness marker from other NaNs by its bits', () => {
    const message = Buffer.from(
      encode({
        timeseries: [
          {
            labels: up,
            samples: [
              { value: 1, timestamp: 1 },
              { value: Number.NaN, timestamp: 2 },
            ],
          },
        ],
      }),
    );
    const one = Buffer.alloc(8);
    one.writeDoubleLE(1);
    Buffer.from('020000000000f07f', 'hex').copy(message, message.indexOf(one));
    const [series] = decodeWriteRequest(message).series;
    expect(series?.samples).toEqual([
      { timeMs: 1, value: Number.NaN, isStale: true },
      { timeMs: 2, value: Number.NaN, isStale: false },
    ]);
  });

  it('refuses damaged messages, wherever they are cut or changed, without a crash', () => {
    const message = encode({
      timeseries: [{ labels: up, samples: [{ value: 1.5, timestamp: 1_700_000_000_123 }] }],
      metadata: [{ type: 1, metricFamilyName: 'a', help: 'b' }],
    });
    let refused = 0;
    for (let length = 1; length < message.length; length += 1) {
      try {
        decodeWriteRequest(message.slice(0, length));
      } catch {
        refused += 1;
      }
    }
    // All but the one cut that falls between two fields of the outermost message.
    expect(refused).toBe(message.length - 2);
    for (let at = 0; at < message.length; at += 1) {
      for (const byte of [0, 0x7f, 0x80, 0xff]) {
        const changed = message.slice();
        changed[at] = byte;
        try {
          decodeWriteRequest(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }
    }
  });

  it('refuses text that is no UTF-8, and takes the replacement character itself', () => {
    const good = encode({ timeseries: [{ labels: [{ name: '__name__', value: 'a\ufffdb' }] }] });
    expect(decodeWriteRequest(good).series[0]?.labels[0]?.value).toBe('a\ufffdb');
    const bad = Buffer.from(encode({ timeseries: [{ labels: [{ name: '__name__', value: 'abcd' }] }] }));
    bad[bad.indexOf('abcd')] = 0xff;
    expect(() => decodeWriteRequest(bad)).toThrow('a text is no UTF-8');
  });
});

describe('toBatch', () => {
  const series = (labels: readonly (readonly [string, string])[], timeMs = 1) => ({
    series: [
      {
        labels: labels.map(([name, value]) => ({ name, value })),
        samples: [{ timeMs, value: 1, isStale: false }],
        histogramCount: 0,
      },
    ],
    metadata: [],
  });

  it('puts labels in order and leaves out empty ones', () => {
    const { batch } = toBatch(
      series([
        ['job', 'a'],
        ['zone', ''],
        ['__name__', 'up'],
      ]),
      10,
    );
    expect(batch.samples.map(({ labels }) => Object.entries(labels))).toEqual([
      [
        ['__name__', 'up'],
        ['job', 'a'],
      ],
    ]);
  });

  it('keeps a label that has the name of the prototype', () => {
    const labels = [
      ['__name__', 'up'],
      ['__proto__', 'a'],
      ['job', 'b'],
    ] as const;
    const { batch } = toBatch(series(labels), 10);
    expect(batch.samples.map((sample) => Object.entries(sample.labels))).toEqual([labels]);
  });

  it.each([
    [
      'a label twice',
      series([
        ['__name__', 'up'],
        ['job', 'a'],
        ['job', 'b'],
      ]),
      'the label "job" is there twice in {__name__="up", job="a", job="b"}',
    ],
    ['no metric name', series([['job', 'a']]), 'the label __name__ is missing in {job="a"}'],
    [
      'a label without a name',
      series([
        ['__name__', 'up'],
        ['', 'a'],
      ]),
      'a label has no name in {__name__="up", ="a"}',
    ],
    [
      'a time in the future',
      series([['__name__', 'up']], 11),
      'out of bounds: the time 11 of {"__name__":"up"} is too far in the future',
    ],
  ])('refuses %s', (_, request, message) => {
    expect(() => toBatch(request, 10)).toThrow(message);
  });
});
