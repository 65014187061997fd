import type { UnitDefinition } from './UnitDefinition.ts';
import { type UnitTables, unitInTables } from './unitTables.ts';

/** The units of Grafana that dashboards of software use; the others, and those that a dashboard makes up, are in `chart/moreUnits.ts`. */
const TABLES: UnitTables = {
  iec:
    'bytes B|kbytes B 1|mbytes B 2|gbytes B 3|tbytes B 4|pbytes B 5|bits b|binBps B/s|KiBs B/s 1|MiBs B/s 2|GiBs B/s 3|' +
    'binbps b/s',
  si:
    'decbytes B|deckbytes B 1|decmbytes B 2|decgbytes B 3|dectbytes B 4|decpbytes B 5|decbits b|Bps B/s|KBs B/s 1|' +
    'MBs B/s 2|GBs B/s 3|bps b/s|Kbits b/s 1|Mbits b/s 2|Gbits b/s 3|pps p/s',
  parts: 'sishort |hertz Hz|rothz Hz|watt W',
  compact:
    'short |cps c/s|ops ops/s|reqps req/s|rps rd/s|wps wr/s|iops io/s|eps evt/s|mps msg/s|recps rec/s|rowsps rows/s|' +
    'cpm c/min|opm ops/min|reqpm req/min|rpm rd/min|wpm wr/min|epm evt/min|mpm msg/min|recpm rec/min',
  plain: ' |none |string |locale |rotrpm rpm|celsius °C',
  duration: 'ns 1e-9|µs 1e-6|us 1e-6|ms .001|s 1|m 60|h 3600|d 86400|timeticks .01',
  composed: 'dtdurationms .001|dtdurations 1|clockms .001|clocks 1',
};

/** The units that are not written as a number and a suffix. */
const OTHERS: Readonly<Record<string, UnitDefinition>> = {
  sci: { kind: 'scientific' },
  hex: { kind: 'hexadecimal', prefix: '' },
  hex0x: { kind: 'hexadecimal', prefix: '0x' },
  percent: { kind: 'percent', factor: 0.01 },
  percentunit: { kind: 'percent', factor: 1 },
  bool: { kind: 'choice', zero: 'False', other: 'True' },
  bool_yes_no: { kind: 'choice', zero: 'No', other: 'Yes' },
  bool_on_off: { kind: 'choice', zero: 'Off', other: 'On' },
};

/** Returns how a unit is written, by Grafana's id; an id that is not known is a suffix. */
export function findUnit(id: string): UnitDefinition {
  const known = unitInTables(TABLES, id) ?? (Object.hasOwn(OTHERS, id) ? OTHERS[id] : undefined);
  if (known !== undefined) return known;
  if (id.startsWith('dateTime')) return { kind: 'dateTime' };
  const currency = /^currency:?([A-Z]{3})$/.exec(id)?.[1];
  return currency === undefined ? { kind: 'plain', suffix: id } : { kind: 'currency', code: currency };
}
