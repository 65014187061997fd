import { DURATION_LADDER, iecLadder, siLadder, siLadderWithParts } from './ladders.ts';
import type { Rung, UnitDefinition } from './UnitDefinition.ts';

const ladder = (rungs: readonly Rung[], inFactor = 1): UnitDefinition => ({ kind: 'ladder', rungs, inFactor });
const plain = (suffix: string): UnitDefinition => ({ kind: 'plain', suffix });
const tight = (suffix: string): UnitDefinition => ({ kind: 'plain', suffix, isTight: true });
const compact = (suffix: string): UnitDefinition => ({ kind: 'compact', suffix });
const duration = (seconds: number): UnitDefinition => ladder(DURATION_LADDER, seconds);

const DATA: readonly (readonly [string, UnitDefinition])[] = [
  ['bytes', ladder(iecLadder('B'))],
  ['kbytes', ladder(iecLadder('B'), 1024)],
  ['mbytes', ladder(iecLadder('B'), 1024 ** 2)],
  ['gbytes', ladder(iecLadder('B'), 1024 ** 3)],
  ['tbytes', ladder(iecLadder('B'), 1024 ** 4)],
  ['decbytes', ladder(siLadder('B'))],
  ['deckbytes', ladder(siLadder('B'), 1e3)],
  ['decmbytes', ladder(siLadder('B'), 1e6)],
  ['decgbytes', ladder(siLadder('B'), 1e9)],
  ['dectbytes', ladder(siLadder('B'), 1e12)],
  ['bits', ladder(iecLadder('b'))],
  ['decbits', ladder(siLadder('b'))],
  ['Bps', ladder(siLadder('B/s'))],
  ['KBs', ladder(siLadder('B/s'), 1e3)],
  ['MBs', ladder(siLadder('B/s'), 1e6)],
  ['GBs', ladder(siLadder('B/s'), 1e9)],
  ['binBps', ladder(iecLadder('B/s'))],
  ['KiBs', ladder(iecLadder('B/s'), 1024)],
  ['MiBs', ladder(iecLadder('B/s'), 1024 ** 2)],
  ['GiBs', ladder(iecLadder('B/s'), 1024 ** 3)],
  ['bps', ladder(siLadder('b/s'))],
  ['Kbits', ladder(siLadder('b/s'), 1e3)],
  ['Mbits', ladder(siLadder('b/s'), 1e6)],
  ['Gbits', ladder(siLadder('b/s'), 1e9)],
  ['binbps', ladder(iecLadder('b/s'))],
];

const TIME: readonly (readonly [string, UnitDefinition])[] = [
  ['ns', duration(1e-9)],
  ['µs', duration(1e-6)],
  ['us', duration(1e-6)],
  ['ms', duration(1e-3)],
  ['s', duration(1)],
  ['m', duration(60)],
  ['h', duration(3600)],
  ['d', duration(86_400)],
  ['dtdurationms', { kind: 'composedDuration', factor: 1e-3 }],
  ['dtdurations', { kind: 'composedDuration', factor: 1 }],
  ['clockms', { kind: 'composedDuration', factor: 1e-3 }],
  ['clocks', { kind: 'composedDuration', factor: 1 }],
  ['timeticks', { kind: 'composedDuration', factor: 1e-2 }],
  ['hertz', ladder(siLadderWithParts('Hz'))],
  ['rothz', ladder(siLadder('Hz'))],
  ['rotrpm', compact('rpm')],
];

const DATES: readonly (readonly [string, UnitDefinition])[] = [
  'dateTimeAsIso',
  'dateTimeAsIsoNoDateIfToday',
  'dateTimeAsUS',
  'dateTimeAsUSNoDateIfToday',
  'dateTimeAsLocal',
  'dateTimeAsLocalNoDateIfToday',
  'dateTimeAsSystem',
  'dateTimeFromNow',
].map((id) => [id, { kind: 'dateTime' }]);

const THROUGHPUT: readonly (readonly [string, UnitDefinition])[] = (
  [
    ['cps', 'c/s'],
    ['ops', 'ops/s'],
    ['reqps', 'req/s'],
    ['rps', 'rd/s'],
    ['wps', 'wr/s'],
    ['iops', 'io/s'],
    ['eps', 'evt/s'],
    ['mps', 'msg/s'],
    ['recps', 'rec/s'],
    ['rowsps', 'rows/s'],
    ['pps', 'p/s'],
    ['tps', 'tps'],
    ['cpm', 'c/min'],
    ['opm', 'ops/min'],
    ['reqpm', 'req/min'],
    ['rpm', 'rd/min'],
    ['wpm', 'wr/min'],
    ['epm', 'evt/min'],
    ['mpm', 'msg/min'],
    ['recpm', 'rec/min'],
  ] as const
).map(([id, suffix]) => [id, compact(suffix)]);

const MISCELLANEOUS: readonly (readonly [string, UnitDefinition])[] = [
  ['', plain('')],
  ['none', plain('')],
  ['string', plain('')],
  ['locale', plain('')],
  ['short', compact('')],
  ['sishort', ladder(siLadder(''))],
  ['sci', { kind: 'scientific' }],
  ['hex', { kind: 'hexadecimal' }],
  ['hex0x', { kind: 'hexadecimal' }],
  ['percent', { kind: 'percent', factor: 0.01 }],
  ['percentunit', { kind: 'percent', factor: 1 }],
  ['humidity', tight('%H')],
  ['dB', plain('dB')],
  ['ppm', plain('ppm')],
  ['bool', { kind: 'choice', zero: 'False', other: 'True' }],
  ['bool_yes_no', { kind: 'choice', zero: 'No', other: 'Yes' }],
  ['bool_on_off', { kind: 'choice', zero: 'Off', other: 'On' }],
  ['celsius', plain('°C')],
  ['fahrenheit', plain('°F')],
  ['kelvin', plain('K')],
  ['degree', tight('°')],
  ['watt', ladder(siLadderWithParts('W'))],
  ['kwatt', ladder(siLadderWithParts('W'), 1e3)],
  ['watth', ladder(siLadderWithParts('Wh'))],
  ['kwatth', ladder(siLadderWithParts('Wh'), 1e3)],
  ['joule', ladder(siLadderWithParts('J'))],
  ['amp', ladder(siLadderWithParts('A'))],
  ['volt', ladder(siLadderWithParts('V'))],
  ['ohm', ladder(siLadderWithParts('Ω'))],
  ['lengthm', ladder(siLadderWithParts('m'))],
  ['pressurepa', ladder(siLadderWithParts('Pa'))],
  ['massg', ladder(siLadderWithParts('g'))],
];

const UNITS: ReadonlyMap<string, UnitDefinition> = new Map([
  ...DATA,
  ...TIME,
  ...DATES,
  ...THROUGHPUT,
  ...MISCELLANEOUS,
]);

/** Returns how a unit is written, by Grafana's id; an id that is not known is a suffix. */
export function findUnit(id: string): UnitDefinition {
  const known = UNITS.get(id);
  if (known !== undefined) {
    return known;
  }
  const currency = /^currency:?([A-Z]{3})$/.exec(id)?.[1];
  if (currency !== undefined) {
    return { kind: 'currency', code: currency };
  }
  return findCustomUnit(id);
}

// Grafana's own units: `suffix:jobs`, `prefix:~`, `si:gas/s`, `count:x`; `time:` holds a date pattern, which we leave to the locale.
function findCustomUnit(id: string): UnitDefinition {
  const [, kind, rest] = /^(suffix|prefix|si|count|time): ?(.*)$/s.exec(id) ?? [];
  switch (kind) {
    case 'suffix':
      return plain(rest ?? '');
    case 'prefix':
      return { kind: 'plain', suffix: '', prefix: rest ?? '' };
    case 'si':
      return ladder(siLadder(rest ?? ''));
    case 'count':
      return compact(rest ?? '');
    case 'time':
      return { kind: 'dateTime' };
    default:
      return plain(id);
  }
}
