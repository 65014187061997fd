import type { MetricType } from '@glasspane/core';

const UNITS: Readonly<Record<string, string>> = {
  d: 'days',
  h: 'hours',
  min: 'minutes',
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  By: 'bytes',
  KiBy: 'kibibytes',
  MiBy: 'mebibytes',
  GiBy: 'gibibytes',
  // Misspelt, as in Prometheus: the same name is worth more here than the right one.
  TiBy: 'tibibytes',
  KBy: 'kilobytes',
  MBy: 'megabytes',
  GBy: 'gigabytes',
  TBy: 'terabytes',
  m: 'meters',
  V: 'volts',
  A: 'amperes',
  J: 'joules',
  W: 'watts',
  g: 'grams',
  Cel: 'celsius',
  Hz: 'hertz',
  1: '',
  '%': 'percent',
};

const RATE_UNITS: Readonly<Record<string, string>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};

/** What of a metric of OpenTelemetry its name in Prometheus depends on. */
export interface NamedMetric {
  readonly name: string;
  /** In UCUM's notation: `s`, `By/s`, `{request}`. */
  readonly unit: string;
  readonly type: MetricType;
  /** Whether it is a gauge in OpenTelemetry too, and not a sum that may fall. */
  readonly isGauge: boolean;
}

/**
 * Returns the name that Prometheus gives to a metric of OpenTelemetry: words joined by `_`, the unit and `total` or `ratio`
 * at the end. Empty where nothing of the name can stay.
 */
export function translateMetricName({ name, unit, type, isGauge }: NamedMetric): string {
  let words = wordsOf(name);
  if (words.length === 0) return '';
  const [main, rate] = unitsOf(unit);
  words.push(...[main, rate].filter((word) => word !== '' && !words.includes(word)));
  const ending = type === 'counter' ? 'total' : isGauge && unit === '1' ? 'ratio' : undefined;
  if (ending !== undefined) words = [...words.filter((word) => word !== ending), ending];
  const joined = words.join('_');
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

/** Returns a unit in Prometheus's words, such as `seconds` or `bytes_per_second`; empty where there is none. */
export function translateUnit(unit: string): string {
  return unitsOf(unit)
    .filter((word) => word !== '')
    .join('_');
}

/** Returns the name of the label that an attribute becomes. It is none of the reserved ones, which begin with `_`. */
export function translateLabelName(attribute: string): string {
  const name = attribute.replaceAll(/[^a-zA-Z0-9_]/g, '_');
  if (/^\d/.test(name)) return `key_${name}`;
  return name.startsWith('_') ? `key${name}` : name;
}

function unitsOf(unit: string): readonly [main: string, rate: string] {
  const slash = unit.indexOf('/');
  const main = slash === -1 ? unit : unit.slice(0, slash);
  const rate = unitWord(slash === -1 ? '' : unit.slice(slash + 1), RATE_UNITS);
  return [unitWord(main, UNITS), rate === '' ? '' : `per_${rate}`];
}

/** What stands in braces is a remark and no unit. */
function unitWord(unit: string, known: Readonly<Record<string, string>>): string {
  const text = unit.trim();
  if (/[{}]/.test(text)) return '';
  return Object.hasOwn(known, text) ? (known[text] ?? '') : wordsOf(text).join('_');
}

function wordsOf(text: string): string[] {
  return text.split(/[^a-zA-Z0-9:]+/).filter((word) => word !== '');
}
