import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { CronFields } from './CronFields.ts';

interface FieldRule {
  readonly what: string;
  readonly min: number;
  readonly max: number;
  /** Three letters each; the first stands for {@link min}. */
  readonly names?: string;
}

const rules: readonly FieldRule[] = [
  { what: 'minute', min: 0, max: 59 },
  { what: 'hour', min: 0, max: 23 },
  { what: 'day of the month', min: 1, max: 31 },
  { what: 'month', min: 1, max: 12, names: 'janfebmaraprmayjunjulaugsepoctnovdec' },
  // Sunday is 0 and 7.
  { what: 'day of the week', min: 0, max: 7, names: 'sunmontuewedthufrisat' },
];
const longestMonths: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Reads a cron expression of five fields, with lists, ranges, steps and names.
 *
 * @throws {@link GlasspaneError} `invalid` when it is none, or when no day of any year is meant.
 */
export function parseCron(text: string): CronFields {
  const parts = text.trim().split(/\s+/);
  const [minutes, hours, days, months, weekdays] = rules.map((rule, index) => parseField(parts[index] ?? '', rule));
  if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays)
    throw fault(`must have five fields, such as "0 8 * * 1", found ${JSON.stringify(text)}`);
  const isEitherDay = ![parts[2], parts[4]].some((part) => part?.startsWith('*'));
  const isPossible = [...months].some((month) => Math.min(...days) <= (longestMonths[month - 1] ?? 0));
  if (!isEitherDay && !isPossible) throw fault(`means a day that never comes: ${JSON.stringify(text)}`);
  return { minutes, hours, days, months, weekdays, isEitherDay };
}

/** Returns nothing for a field that is missing. */
function parseField(text: string, rule: FieldRule): ReadonlySet<number> | undefined {
  if (text === '') return undefined;
  const values = new Set<number>();
  for (const item of text.split(',')) {
    const { first, last, step } = parseItem(item, rule);
    for (let value = first; value <= last; value += step) values.add(value === 7 && rule.max === 7 ? 0 : value);
  }
  return values;
}

function parseItem(item: string, rule: FieldRule): { first: number; last: number; step: number } {
  const [, range = '', from, to, by] = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item) ?? [];
  const isAll = range === '*';
  const first = isAll ? rule.min : readValue(from, rule);
  const end = isAll ? rule.max : to === undefined ? first : readValue(to, rule);
  // A week that runs into its Sunday: fri-sun.
  const last = end === 0 && rule.max === 7 && first > 0 ? 7 : end;
  const step = Number(by ?? 1);
  // A step needs something to step through.
  const isStepped = by === undefined || (step > 0 && (isAll || to !== undefined));
  if (!(first <= last) || !isStepped)
    throw fault(
      `has ${rule.what === 'hour' ? 'an' : 'a'} ${rule.what} that cannot be read: ${JSON.stringify(item)}; ${describe(rule)}`,
    );
  return { first, last: isAll && rule.max === 7 ? 6 : last, step };
}

function readValue(text: string | undefined, { min, max, names = '' }: FieldRule): number {
  const at = text?.length === 3 ? names.indexOf(text.toLowerCase()) : -1;
  if (at >= 0 && at % 3 === 0) return min + at / 3;
  const value = /^\d{1,2}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : Number.NaN;
}

function describe({ min, max }: FieldRule): string {
  return `write ${min} to ${max}, a list "a,b", a range "a-b", a step "*/n" or "a-b/n", or *`;
}

function fault(message: string): GlasspaneError {
  return new GlasspaneError('invalid', message);
}
