import { MAX_INTERVAL_MS, parseDuration } from './duration.ts';
import type { YamlReader, YamlValue } from './YamlValue.ts';

const SIZE_UNITS: ReadonlyMap<string, number> = new Map([
  ['B', 1],
  ['KB', 2 ** 10],
  ['KiB', 2 ** 10],
  ['MB', 2 ** 20],
  ['MiB', 2 ** 20],
  ['GB', 2 ** 30],
  ['GiB', 2 ** 30],
]);

/** Reads a text. A number or boolean counts as it is written: `port: 9100`. */
export function readText(value: YamlValue): string | undefined {
  if (value.scalar === undefined || value.isEmpty)
    return value.fail(`${value.path} must be text, not ${value.description}`);
  return value.source;
}

/** Reads a text that is not empty. */
export function readName(value: YamlValue): string | undefined {
  return value.scalar === '' ? value.fail(`${value.path} must not be empty`) : readText(value);
}

export function readBoolean(value: YamlValue): boolean | undefined {
  const { scalar } = value;
  return typeof scalar === 'boolean'
    ? scalar
    : value.fail(`${value.path} must be true or false, not ${value.description}`);
}

/** Reads a whole number from 0 on. */
export function readCount(value: YamlValue): number | undefined {
  const { scalar } = value;
  if (typeof scalar === 'number' && Number.isSafeInteger(scalar) && scalar >= 0) return scalar;
  return value.fail(`${value.path} must be a whole number, 0 or more, not ${value.description}`);
}

/** Reads a time between scrapes, or for one: more than nothing. */
export function readInterval(value: YamlValue): number | undefined {
  const durationMs = parseDuration(value.source);
  if (durationMs === undefined || durationMs === 0) {
    return value.fail(`${value.path} must be a duration such as 15s or 1m30s, not ${value.description}`);
  }
  if (durationMs > MAX_INTERVAL_MS) return value.fail(`${value.path} must be at most 24d, not ${value.description}`);
  return durationMs;
}

/** Reads a stretch of time that no timer waits for, so that it may be years. */
export function readDuration(value: YamlValue): number | undefined {
  const durationMs = parseDuration(value.source);
  if (durationMs !== undefined && durationMs > 0) return durationMs;
  return value.fail(`${value.path} must be a duration such as 12h or 30d, not ${value.description}`);
}

/** Reads a size in bytes; 0 stands for no limit. */
export function readSizeLimit(value: YamlValue): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(value.source);
  const amount = Number(match?.[1]);
  if (amount === 0) return Number.POSITIVE_INFINITY;
  const unit = SIZE_UNITS.get(match?.[2] ?? '');
  if (unit === undefined)
    return value.fail(`${value.path} must be a size such as 10MB or 512KB, not ${value.description}`);
  return Math.floor(amount * unit);
}

/** Makes a reader of one of several words. */
export function readOneOf<T extends string>(words: readonly T[]): YamlReader<T> {
  return (value) => {
    const word = words.find((candidate) => candidate === value.scalar);
    return word ?? value.fail(`${value.path} must be one of ${words.join(', ')}, not ${value.description}`);
  };
}

/** Makes a reader of a list. Members that cannot be read are reported and left out. */
export function readListOf<T>(read: YamlReader<T>): YamlReader<readonly T[]> {
  return (value) =>
    value.items()?.flatMap((item) => {
      const member = read(item);
      return member === undefined ? [] : [member];
    });
}

/** Makes a reader of a mapping with free names. */
export function readRecordOf<T>(read: YamlReader<T>): YamlReader<Readonly<Record<string, T>>> {
  return (value) => {
    const entries = value.entries()?.flatMap(([name, entry]) => {
      const member = read(entry);
      return member === undefined ? [] : [[name, member] as const];
    });
    return entries === undefined ? undefined : Object.fromEntries(entries);
  };
}
