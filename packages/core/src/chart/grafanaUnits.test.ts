import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueFormatter } from '../format/ValueFormatter.ts';
import { moreUnits } from './moreUnits.ts';

const DASHBOARDS = path.resolve(import.meta.dirname, '../../../../../shared/dashboards/grafana');
const hasDashboards = fs.existsSync(DASHBOARDS);
if (!hasDashboards) console.warn('skipped: the units of real dashboards needs ../shared/dashboards/grafana');

const english = new ValueFormatter({ locale: 'en-US', timeZone: 'UTC', units: moreUnits });

function write(value: number, unit: string): string {
  return english.format(value, { unit }).text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** How the units that dashboards use are read, as Grafana's list of categories has them. */
const MEANING: Readonly<Record<string, readonly [value: number, text: string]>> = {
  Bps: [1_500_000, '1.5 MB/s'],
  binBps: [1_572_864, '1.5 MiB/s'],
  bool: [1, 'True'],
  bool_yes_no: [0, 'No'],
  bps: [1_500_000, '1.5 Mb/s'],
  bytes: [1_572_864, '1.5 MiB'],
  celsius: [21.5, '21.5 °C'],
  cps: [1500, '1.5K c/s'],
  d: [1.5, '1.5 d'],
  dateTimeAsIso: [Date.UTC(2026, 0, 2, 3, 4, 5), '01/02/2026, 03:04:05'],
  decbits: [1_500_000, '1.5 Mb'],
  decbytes: [1_500_000, '1.5 MB'],
  decgbytes: [1500, '1.5 TB'],
  decmbytes: [1500, '1.5 GB'],
  dtdurationms: [90_061_000, '1d 1h 1m'],
  dtdurations: [90_061, '1d 1h 1m'],
  eps: [1500, '1.5K evt/s'],
  hertz: [2_400_000_000, '2.4 GHz'],
  iops: [1500, '1.5K io/s'],
  locale: [1234.5, '1,234.5'],
  m: [90, '1.5 h'],
  ms: [1500, '1.5 s'],
  none: [1500, '1,500'],
  ops: [1500, '1.5K ops/s'],
  percent: [12.5, '12.5%'],
  percentunit: [0.125, '12.5%'],
  pps: [1500, '1.5 kp/s'],
  reqps: [1500, '1.5K req/s'],
  rotrpm: [1500, '1,500 rpm'],
  rps: [1500, '1.5K rd/s'],
  s: [90, '1.5 min'],
  short: [1_500_000, '1.5M'],
  'si: gas/s': [1_500_000, '1.5 Mgas/s'],
  sishort: [1_500_000, '1.5 M'],
  watt: [1500, '1.5 kW'],
  wps: [1500, '1.5K wr/s'],
  µs: [1500, '1.5 ms'],
};

/** Names that dashboards give units of their own: Grafana writes them behind the number, and so do we. */
const SUFFIXES = new Set([
  'Assemblies',
  'Errors/sec',
  'Exceptions',
  'Logical CPUs',
  'blocks',
  'collections',
  'compilations',
  'items',
  'loops/sec',
  'req/s',
  'tasks',
  'tasks/s',
  'threads',
  'tokens/sec (tps)',
  'tps',
]);

/** Finds units wherever Grafana keeps them: fields and overrides, axes, and the formats of old panels; not those of queries. */
function unitsIn(json: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(json)) for (const one of json) unitsIn(one, found);
  else if (typeof json === 'object' && json !== null) {
    const { id, value } = json as { id?: unknown; value?: unknown };
    if (id === 'unit' && typeof value === 'string') found.add(value);
    for (const [key, one] of Object.entries(json)) {
      if ((key === 'unit' || key === 'format') && typeof one === 'string') found.add(one);
      else if (key !== 'targets') unitsIn(one, found);
    }
  }
  return found;
}

describe.runIf(hasDashboards)('the units of real dashboards', () => {
  const used = new Set(
    (hasDashboards ? fs.readdirSync(DASHBOARDS) : [])
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => [...unitsIn(JSON.parse(fs.readFileSync(path.join(DASHBOARDS, name), 'utf8')))]),
  );

  it('are known, or are words of their own that stand behind the number', () => {
    expect(used.size).toBeGreaterThan(40);
    expect([...used].filter((unit) => unit !== '' && MEANING[unit] === undefined && !SUFFIXES.has(unit))).toEqual([]);
  });

  it('stand behind the number where they are words of their own', () => {
    const own = [...used].filter((unit) => SUFFIXES.has(unit));
    expect(own.map((unit) => write(1500, unit))).toEqual(own.map((unit) => `1,500 ${unit}`));
  });
});

describe('units', () => {
  it.each(Object.entries(MEANING))('write %s as Grafana means it', (unit, [value, text]) => {
    expect(write(value, unit)).toBe(text);
  });

  it.each([
    [5, 'hex', '5'],
    [255, 'hex0x', '0xFF'],
    [3661, 'dthms', '01:01:01'],
    [-3661, 'dthms', '-01:01:01'],
    [90_061, 'dtdhms', '1 d 01:01:01'],
    [1234, 'timeticks', '12.34 s'],
    [0.0015, 'amp', '1.5 mA'],
    [2, 'kwatth', '2 kWh'],
    [5, 'mamp', '5 mA'],
    [1.5, 'gflops', '1.5 GFLOPS'],
    [1013, 'pressurehpa', '1,013 hPa'],
    [98.6, 'farenheit', '98.6 °F'],
    [45, 'humidity', '45%H'],
    [12, 'velocitykmh', '12 km/h'],
    [5, 'currency:CA$', 'CA$5'],
    [5, 'currencyEUR', '€5.00'],
    [1, 'bool:up/down', 'up'],
    [0, 'bool:up/down', 'down'],
    [0, 'bool:up', '-'],
    [2, 'si:kB', '2 kB'],
    [1500, 'si:kB', '1.5 MB'],
    [1500, 'si: mem', '1.5 kmem'],
    [1500, 'count:jobs', '1.5K jobs'],
    [3, 'suffix:jobs', '3 jobs'],
    [3, 'prefix:~', '~3'],
    [3, 'radsvh', '3 Sv/h'],
  ])('write %d %s as %s', (value, unit, text) => {
    expect(write(value, unit)).toBe(text);
  });

  const unit = fc.oneof(
    fc.constantFrom(
      ...Object.keys(MEANING),
      ...SUFFIXES,
      'dthms',
      'si:',
      'si:k',
      'bool:',
      'currency:',
      'time:YYYY',
      ':',
    ),
    fc.string({ maxLength: 12 }),
  );
  const anyValue = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, -0, 1e308, -1e308, 5e-324),
  );

  it('never write what is no text, whatever the value, the unit and the digits are', () => {
    fc.assert(
      fc.property(
        anyValue,
        unit,
        fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
        (value, id, decimals) => {
          const { text, prefix, number, suffix } = english.format(value, { unit: id, decimals });
          expect(number).not.toBe('');
          expect(`${prefix}${number}`).not.toMatch(id.includes('undefined') ? /^$/ : /undefined|null|\[object/);
          expect(number.includes('NaN')).toBe(Number.isNaN(value));
          expect(text.length).toBeGreaterThanOrEqual(number.length);
          expect(text.includes(suffix.trim())).toBe(true);
        },
      ),
    );
  });

  it('write a larger value never as a smaller number of the same unit, and with the digits asked for', () => {
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 0, max: 6 }), (a, b, decimals) => {
        const [low, high] = [a, b]
          .sort((x, y) => x - y)
          .map((one) => english.format(one, { unit: 'celsius', decimals }).number);
        const read = (text: string | undefined): number => Number(text?.replaceAll(',', ''));
        expect(read(low)).toBeLessThanOrEqual(read(high));
        expect(low?.split('.')[1]?.length ?? 0).toBe(decimals);
        expect(Math.abs(read(high) - Math.max(a, b))).toBeLessThanOrEqual(
          0.5 * 10 ** -decimals * (1 + 1e-6) + 1e-3 * 1e-9,
        );
      }),
    );
  });

  it('grow along a ladder: what is larger is never written as less', () => {
    const factors: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };
    const read = (value: number): number => {
      const { number, suffix } = english.format(value, { unit: 'bytes' });
      return Number(number.replaceAll(',', '')) * (factors[suffix] ?? Number.NaN);
    };
    const bytes = fc.double({ min: 0, max: 1e15, noNaN: true }).filter((one) => one === 0 || one >= 1e-3);
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(read(Math.min(a, b))).toBeLessThanOrEqual(read(Math.max(a, b)));
      }),
    );
  });

  it.each(['ar-EG', 'fa', 'bn', 'de-CH', 'hi-u-nu-deva', 'en-US'])('write the digits of %s', (locale) => {
    const formatter = new ValueFormatter({ locale, units: moreUnits });
    const digits = new Intl.NumberFormat(locale, { useGrouping: false });
    for (const [unitId, value] of [
      ['bytes', 1536],
      ['percent', 37],
      ['reqps', 5],
    ] as const) {
      const { number } = formatter.format(value, { unit: unitId, decimals: 0 });
      const shown = { bytes: 2, percent: 37, reqps: 5 }[unitId];
      expect(number).toBe(digits.format(shown));
    }
  });
});
