import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../otlp/otlpMessages.ts';
import { readOtlpLogs } from './readOtlpLogs.ts';

// What the tests need of the published schema.
const Request = protobuf
  .parse(`
    syntax = "proto3";
    message AnyValue { oneof value { string string_value = 1; bool bool_value = 2; double double_value = 4; bytes bytes_value = 7; } }
    message KeyValue { string key = 1; AnyValue value = 2; }
    message Resource { repeated KeyValue attributes = 1; }
    message Scope { string name = 1; string version = 2; }
    message LogRecord {
      fixed64 time_unix_nano = 1; int32 severity_number = 2; AnyValue body = 5; repeated KeyValue attributes = 6;
      bytes trace_id = 9; bytes span_id = 10; fixed64 observed_time_unix_nano = 11; string event_name = 12;
    }
    message ScopeLogs { Scope scope = 1; repeated LogRecord log_records = 2; }
    message ResourceLogs { Resource resource = 1; repeated ScopeLogs scope_logs = 2; }
    message Request { repeated ResourceLogs resource_logs = 1; }
  `)
  .root.lookupType('Request');

const encode = (resourceLogs: object): Uint8Array =>
  Request.encode(Request.fromObject({ resourceLogs: [resourceLogs] })).finish();

const record = (logRecord: object): object => ({ scopeLogs: [{ logRecords: [logRecord] }] });

describe('readOtlpLogs', () => {
  it('reads the same of Protocol Buffers and of JSON', () => {
    const request = (id: (hex: string) => unknown, bytes: unknown, infinity: unknown) => ({
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
      scopeLogs: [
        {
          scope: { name: 'checkout', version: '1' },
          logRecords: [
            {
              timeUnixNano: '1700000000000000001',
              observedTimeUnixNano: '5',
              severityNumber: 17,
              body: { bytesValue: bytes },
              attributes: [
                { key: 'load', value: { doubleValue: infinity } },
                { key: 'isLast', value: { boolValue: false } },
              ],
              traceId: id('5b8efff798038103d269b633813fc60c'),
              spanId: id('eee19b7ec3c1b174'),
              eventName: 'paid',
            },
          ],
        },
      ],
    });
    const json = request((hex) => hex.toUpperCase(), '/wA=', 'Infinity');
    const message = request((hex) => Buffer.from(hex, 'hex'), Buffer.from([0xff, 0]), Number.POSITIVE_INFINITY);
    const expected = [
      {
        resource: [['service.name', 'shop']],
        scopeName: 'checkout',
        records: [
          {
            timeNs: 1_700_000_000_000_000_001n,
            observedNs: 5n,
            severityNumber: 17,
            severityText: '',
            body: '/wA=',
            attributes: [
              ['load', 'Infinity'],
              ['isLast', 'false'],
            ],
            traceId: '5b8efff798038103d269b633813fc60c',
            spanId: 'eee19b7ec3c1b174',
            eventName: 'paid',
          },
        ],
      },
    ];
    expect(readOtlpLogs({ resourceLogs: [json] })).toEqual(expected);
    expect(readOtlpLogs(decodeMessage('ExportLogsServiceRequest', encode(message)))).toEqual(expected);
  });

  it('refuses text that is no UTF-8', () => {
    const message = Buffer.from(encode(record({ body: { stringValue: 'aXXb' } })));
    message.fill(0xff, message.indexOf('XX'), message.indexOf('XX') + 2);
    expect(() => decodeMessage('ExportLogsServiceRequest', message)).toThrow();
  });

  it.each([
    [{ body: { boolValue: 'yes' } }, 'logRecords[0].body.boolValue is neither true nor false'],
    [{ body: { intValue: '1.5' } }, 'logRecords[0].body.intValue is no whole number'],
    [{ body: { doubleValue: 'much' } }, 'logRecords[0].body.doubleValue is no number'],
    [{ timeUnixNano: 'now' }, 'logRecords[0].timeUnixNano is no whole number of nanoseconds'],
    [{ severityNumber: 'ERROR' }, 'logRecords[0].severityNumber is no whole number'],
    [{ attributes: [{ key: 1 }] }, 'logRecords[0].attributes[0].key is no text'],
  ])('refuses %j and says where', (logRecord, reason) => {
    expect(() => readOtlpLogs({ resourceLogs: [record(logRecord)] })).toThrow(reason);
  });

  it('refuses values that are nested without end', () => {
    let body: object = { stringValue: 'x' };
    for (let depth = 0; depth < 40; depth += 1) body = { arrayValue: { values: [body] } };
    expect(() => readOtlpLogs({ resourceLogs: [record({ body })] })).toThrow('nested more than 32 levels deep');
  });
});
