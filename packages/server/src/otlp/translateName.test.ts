import { describe, expect, it } from 'vitest';
import { translateLabelName, translateMetricName, translateUnit } from './translateName.ts';

const gauge = (name: string, unit = '') => translateMetricName({ name, unit, type: 'gauge', isGauge: true });
const counter = (name: string, unit = '') => translateMetricName({ name, unit, type: 'counter', isGauge: false });

describe('translateMetricName', () => {
  it.each([
    ['system.memory.usage', 'By', 'system_memory_usage_bytes'],
    ['throughput', 'By/s', 'throughput_bytes_per_second'],
    ['requests', '1/s', 'requests_per_second'],
    ['response_time', 'ms', 'response_time_milliseconds'],
    ['response_time_seconds', 's', 'response_time_seconds'],
    ['system.cpu.utilization', '1', 'system_cpu_utilization_ratio'],
    ['cpu.ratio.used', '1', 'cpu_used_ratio'],
    ['queue.length', '{jobs}', 'queue_length'],
    ['load', 'By/{job}', 'load_bytes'],
    ['price', 'cents', 'price_cents'],
    ['disk.size', 'TiBy', 'disk_size_tibibytes'],
    ['disk.size', 'kBy', 'disk_size_kBy'],
    ['requests.per_second', '1/s', 'requests_per_second_per_second'],
    ['humidity', '%', 'humidity_percent'],
    ['speed', 'unit@with#special/chars', 'speed_unit_with_special_per_chars'],
    ['a__b..c-', '', 'a_b_c'],
    ['ns:rule', '', 'ns:rule'],
    ['5xx.share', '', '_5xx_share'],
    ['größe', '', 'gr_e'],
    ['@#$%', 's', ''],
    ['constructor', 'toString', 'constructor_toString'],
  ])('calls the gauge "%s" in "%s" %s', (name, unit, expected) => expect(gauge(name, unit)).toBe(expected));

  it.each([
    ['http.server.requests', '{request}', 'http_server_requests_total'],
    ['requests_total', '', 'requests_total'],
    ['total.requests', '1', 'requests_total'],
    ['process.cpu.time', 's', 'process_cpu_time_seconds_total'],
  ])('calls the counter "%s" in "%s" %s', (name, unit, expected) => expect(counter(name, unit)).toBe(expected));

  it('adds neither to a sum that may fall', () => {
    expect(translateMetricName({ name: 'connections', unit: '1', type: 'gauge', isGauge: false })).toBe('connections');
  });
});

describe('translateUnit', () => {
  it.each([
    ['s', 'seconds'],
    ['By/s', 'bytes_per_second'],
    ['1', ''],
    ['{token}', ''],
    ['', ''],
  ])('calls %s %s', (unit, expected) => expect(translateUnit(unit)).toBe(expected));
});

describe('translateLabelName', () => {
  it.each([
    ['http.request.method', 'http_request_method'],
    ['5xx', 'key_5xx'],
    ['_private', 'key_private'],
    ['__name__', 'key__name__'],
    ['a-b', 'a_b'],
  ])('calls %s %s', (name, expected) => expect(translateLabelName(name)).toBe(expected));
});
