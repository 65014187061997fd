import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql/syntax';
import type { TestSeries } from './AdapterUnderTest.ts';

/** The distance of the samples, in milliseconds. */
export const INTERVAL_MS = 15_000;
const LAST = 80;

/** The data that the rules speak of. It ends now, because real servers refuse what is old or in the future. */
export interface Fixture {
  /** The time of the first and last sample, in milliseconds since the epoch. */
  readonly startMs: number;
  readonly endMs: number;
  readonly series: readonly TestSeries[];
  readonly metadata: readonly MetricDescriptor[];
  /** Returns the time of a sample by its number: 0 to 80. */
  timeOf(sample: number): number;
}

/** Label values that quoting, escaping, JSON, addresses or JavaScript objects could break. */
export const ODD_VALUES: readonly string[] = [
  'double " and single \' quotes',
  'back\\slash \\n',
  'new\nline and tab\t',
  'a.b*c|d(e)[f]$',
  'ünïcode 漢字 🚀',
  '100%25 & more=1 +plus',
  '<b>markup</b>',
  '{{template}} $variable',
  '__proto__',
  'constructor',
  ' spaces around ',
];

/** Label names that mean something to JavaScript objects. */
export const HOSTILE_LABELS: Labels = Object.fromEntries([
  ['__name__', 'gp_test_hostile'],
  ['__proto__', 'polluted'],
  ['constructor', 'built'],
  ['hasOwnProperty', 'owned'],
]);

/** The value of `gp_test_special{kind="mixed"}` at a sample. */
export function mixedValue(sample: number): number {
  return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, sample][sample % 4] ?? sample;
}

/** Requests per bucket and second of `gp_test_latency_seconds_bucket`: up to 0.1 s, up to 1 s, all. */
const BUCKETS: readonly (readonly [le: string, rate: number])[] = [
  ['0.1', 5],
  ['1', 15],
  ['+Inf', 20],
];

/** Makes the data, ending at the last full interval before a moment. */
export function createFixture(nowMs: number): Fixture {
  const endMs = Math.floor(nowMs / INTERVAL_MS) * INTERVAL_MS;
  const startMs = endMs - LAST * INTERVAL_MS;
  const timeOf = (sample: number): number => startMs + sample * INTERVAL_MS;
  const make = (labels: Labels, value: (sample: number) => number, has = (_: number): boolean => true): TestSeries => ({
    labels,
    samples: Array.from({ length: LAST + 1 }, (_, sample) => sample)
      .filter(has)
      .map((sample) => [timeOf(sample), value(sample)] as const),
  });
  const request = (instance: string, rate: number): TestSeries =>
    make({ __name__: 'gp_test_requests_total', job: 'api', instance }, (sample) => sample * 15 * rate);
  const special = (kind: string, value: (sample: number) => number): TestSeries =>
    make({ __name__: 'gp_test_special', kind }, value);
  return {
    startMs,
    endMs,
    timeOf,
    series: [
      request('a', 1),
      request('b', 2),
      make({ __name__: 'gp_test_temperature', room: 'kitchen' }, (sample) => sample),
      make({ __name__: 'gp_test_temperature', room: 'cellar' }, (sample) => -sample / 3),
      // Four minutes of samples, eight without, eight with.
      make(
        { __name__: 'gp_test_gap' },
        (sample) => sample,
        (sample) => sample <= 16 || sample >= 48,
      ),
      make(
        { __name__: 'gp_test_old' },
        () => 1,
        (sample) => sample <= 8,
      ),
      special('inf', () => Number.POSITIVE_INFINITY),
      special('mixed', mixedValue),
      special('nan', () => Number.NaN),
      special('negative_inf', () => Number.NEGATIVE_INFINITY),
      ...ODD_VALUES.map((value, at) => make({ __name__: 'gp_test_odd', value }, () => at)),
      make(HOSTILE_LABELS, () => 1),
      ...BUCKETS.map(([le, rate]) =>
        make({ __name__: 'gp_test_latency_seconds_bucket', le }, (sample) => sample * 15 * rate),
      ),
      make({ __name__: 'gp_test_live', topic: 'a' }, (sample) => sample),
      make({ __name__: 'gp_test_live', topic: 'b' }, (sample) => sample),
    ],
    metadata: [
      { name: 'gp_test_requests_total', type: 'counter', help: 'Requests that were served.' },
      { name: 'gp_test_temperature', type: 'gauge', help: 'How warm a room is: "°C", one \\ at a time.' },
    ],
  };
}
