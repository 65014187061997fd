import { describe, expect, it } from 'vitest';
import { readOtlpLogs } from './readOtlpLogs.ts';
import { toIncomingLogs } from './toIncomingLogs.ts';

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });

function convert(record: object, attributes: readonly object[] = []) {
  const groups = readOtlpLogs({
    resourceLogs: [{ resource: { attributes }, scopeLogs: [{ logRecords: [record] }] }],
  });
  return toIncomingLogs(groups, 99n)[0];
}

describe('toIncomingLogs', () => {
  it('makes labels of well-known attributes of the resource, and leaves the others to the line', () => {
    const attributes = [text('service.name', 'shop'), text('k8s.pod.name', 'p-1'), text('os.type', 'linux')];
    expect(convert({ body: { stringValue: 'x' }, attributes: [text('http.route', '/a')] }, attributes)).toEqual({
      labels: { service_name: 'shop', k8s_pod_name: 'p-1' },
      timeNs: 99n,
      line: 'x',
      metadata: { os_type: 'linux', http_route: '/a' },
    });
  });

  it('names a service that has no name', () => {
    expect(convert({})?.labels).toEqual({ service_name: 'unknown_service' });
    expect(convert({}, [text('service.name', '')])?.labels).toEqual({ service_name: 'unknown_service' });
  });

  it.each([
    [{ severityNumber: 1 }, 'trace'],
    [{ severityNumber: 8 }, 'debug'],
    [{ severityNumber: 9 }, 'info'],
    [{ severityNumber: 13, severityText: 'odd' }, 'warn'],
    [{ severityNumber: 20 }, 'error'],
    [{ severityNumber: 24 }, 'fatal'],
    [{ severityText: 'Warning' }, 'warn'],
    [{ severityNumber: 25 }, undefined],
    [{ severityNumber: -3 }, undefined],
    [{ severityText: 'request 8812' }, undefined],
  ])('reads the level of %j', (record, level) => {
    expect(convert(record)?.labels.level).toBe(level);
  });

  it('takes the time of the event, else that of its observation', () => {
    expect(convert({ timeUnixNano: '1700000000000000001', observedTimeUnixNano: '5' })?.timeNs).toBe(
      1700000000000000001n,
    );
    expect(convert({ timeUnixNano: '0', observedTimeUnixNano: '5' })?.timeNs).toBe(5n);
  });

  it('writes a body that is no text as JSON, and the name of an event without a body', () => {
    expect(
      convert({ body: { arrayValue: { values: [{ intValue: '9007199254740993' }, { boolValue: false }] } } })?.line,
    ).toBe('["9007199254740993",false]');
    expect(convert({ eventName: 'user.login' })?.line).toBe('user.login');
    expect(convert({ body: { doubleValue: 'NaN' } })?.line).toBe('NaN');
  });

  it('takes names that mean something to JavaScript', () => {
    const { metadata } = convert({ attributes: [text('__proto__', 'x'), text('1st', 'y')] }) ?? {};
    expect(Object.entries(metadata ?? {})).toEqual([
      ['__proto__', 'x'],
      ['key_1st', 'y'],
    ]);
  });
});
