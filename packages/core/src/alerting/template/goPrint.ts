import { formatGoFloat } from './goNumber.ts';
import { formatGoTime } from './humanize.ts';
import { isTemplateList, type TemplateValue, typeNameOf } from './TemplateValue.ts';

/** Returns a value as Go's `%v` writes it. */
export function printValue(value: TemplateValue): string {
  if (value === null) return '<nil>';
  if (typeof value === 'number') return formatGoFloat(value, 'g', -1);
  if (typeof value !== 'object') return String(value);
  if (isTemplateList(value)) return `[${value.map(printValue).join(' ')}]`;
  if (value.kind === 'time') return formatGoTime(value.timeMs);
  if (value.kind === 'struct') return `{${[...value.fields.values()].map(printValue).join(' ')}}`;
  const entries = [...value.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${entries.map(([name, inner]) => `${name}:${printValue(inner)}`).join(' ')}]`;
}

/** Returns values as Go's `Sprint` does: with a space where neither neighbour is a text. */
export function sprint(values: readonly TemplateValue[]): string {
  return values
    .map((value, index) => {
      const before = values[index - 1];
      const isApart = index > 0 && typeof value !== 'string' && typeof before !== 'string';
      return (isApart ? ' ' : '') + printValue(value);
    })
    .join('');
}

// The widest that a directive may make a text: enough for people, too little to fill a memory.
const MAX_WIDTH = 1000;
const DIRECTIVE = /%([-+# 0]*)(\d*)(?:\.(\d*))?([a-zA-Z%])?/g;

/** Returns a text with its directives filled in, as Go's `Sprintf` does. */
export function sprintf(format: string, values: readonly TemplateValue[]): string {
  let next = 0;
  const text = format.replace(DIRECTIVE, (...match: (string | undefined)[]) => {
    const [, flags = '', width = '', precision, verb] = match;
    if (verb === undefined) return '%!(NOVERB)';
    if (verb === '%') return '%';
    const value = values[next];
    next += 1;
    if (value === undefined) return `%!${verb}(MISSING)`;
    const digits = precision === undefined ? undefined : Math.min(MAX_WIDTH, Number(precision));
    const body = formatVerb(verb, value, digits, flags);
    return pad(body, flags, Math.min(MAX_WIDTH, Number(width)), typeof value !== 'string');
  });
  const extra = values.slice(next).map((value) => `${typeNameOf(value)}=${printValue(value)}`);
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(', ')})`;
}

function formatVerb(verb: string, value: TemplateValue, precision: number | undefined, flags: string): string {
  const formatted = formatKnown(verb, value, precision);
  if (formatted === undefined) return `%!${verb}(${typeNameOf(value)}=${printValue(value)})`;
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber || /^[+-]/.test(formatted)) return formatted;
  return (flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '') + formatted;
}

function formatKnown(verb: string, value: TemplateValue, precision: number | undefined): string | undefined {
  if (verb === 'v') return typeof value === 'number' ? formatGoFloat(value, 'g', precision ?? -1) : printValue(value);
  if (typeof value === 'number') return formatFloatVerb(verb, value, precision);
  if (typeof value === 'bigint') return formatIntVerb(verb, value);
  if (typeof value === 'boolean') return verb === 't' ? String(value) : undefined;
  if (verb !== 's' && verb !== 'q') return undefined;
  const text = printValue(value);
  if (verb === 'q') return JSON.stringify(text);
  return precision === undefined ? text : [...text].slice(0, precision).join('');
}

function formatFloatVerb(verb: string, value: number, precision: number | undefined): string | undefined {
  switch (verb) {
    case 'f':
    case 'F':
      return formatGoFloat(value, 'f', precision ?? 6);
    case 'e':
      return formatGoFloat(value, 'e', precision ?? 6);
    case 'E':
      return formatGoFloat(value, 'e', precision ?? 6).toUpperCase();
    case 'g':
      return formatGoFloat(value, 'g', precision ?? -1);
    case 'G':
      return formatGoFloat(value, 'g', precision ?? -1).toUpperCase();
    default:
      return undefined;
  }
}

function formatIntVerb(verb: string, value: bigint): string | undefined {
  if (verb === 'd') return value.toString();
  if (verb === 'x') return value.toString(16);
  if (verb === 'X') return value.toString(16).toUpperCase();
  if (verb === 'o') return value.toString(8);
  return verb === 'b' ? value.toString(2) : undefined;
}

function pad(text: string, flags: string, width: number, isNumber: boolean): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || !isNumber) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
