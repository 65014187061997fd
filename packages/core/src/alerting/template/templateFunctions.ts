import { parseDurationMs } from '@glasspane/promql/syntax';
import { equals, isLess } from './compareValues.ts';
import { formatGoFloat } from './goNumber.ts';
import { printValue, sprint, sprintf } from './goPrint.ts';
import { formatGoTime, humanize, humanize1024, humanizeDuration, humanizePercentage } from './humanize.ts';
import type { TemplateEnvironment } from './TemplateEnvironment.ts';
import {
  isTemplateList,
  isTrue,
  type TemplateStruct,
  type TemplateValue,
  toTemplateSample,
  typeNameOf,
} from './TemplateValue.ts';

/** Computes the value of a call. `and` and `or` are not here: they do not evaluate all their arguments. */
export type TemplateFunction = (args: readonly TemplateValue[], environment: TemplateEnvironment) => TemplateValue;

interface FunctionEntry {
  /** How many arguments it takes, at least and at most. */
  readonly arity: readonly [least: number, most: number];
  readonly call: TemplateFunction;
}

const MANY = Number.POSITIVE_INFINITY;

const fixed = (count: number, call: TemplateFunction): FunctionEntry => ({ arity: [count, count], call });
const onText = (change: (text: string) => TemplateValue): FunctionEntry =>
  fixed(1, ([text = null]) => change(toText(text)));
const onNumber = (change: (value: number) => TemplateValue): FunctionEntry =>
  fixed(1, ([value = null]) => change(toFloat(value)));
const onLess = (name: string, judge: (less: boolean, equal: () => boolean) => boolean): FunctionEntry =>
  fixed(2, ([left = null, right = null]) => judge(isLess(name, left, right), () => equals(left, right)));

const COMPARISONS: readonly (readonly [string, FunctionEntry])[] = [
  ['eq', { arity: [2, MANY], call: ([left = null, ...others]) => others.some((other) => equals(left, other)) }],
  ['ne', fixed(2, ([left = null, right = null]) => !equals(left, right))],
  ['lt', onLess('lt', (less) => less)],
  ['le', onLess('le', (less, equal) => less || equal())],
  ['gt', fixed(2, ([left = null, right = null]) => isLess('gt', right, left))],
  ['ge', fixed(2, ([left = null, right = null]) => isLess('ge', right, left) || equals(left, right))],
  ['not', fixed(1, ([value = null]) => !isTrue(value))],
];

const PRINTING: readonly (readonly [string, FunctionEntry])[] = [
  ['print', { arity: [0, MANY], call: sprint }],
  ['println', { arity: [0, MANY], call: (values) => `${values.map(printValue).join(' ')}\n` }],
  ['printf', { arity: [1, MANY], call: ([format = null, ...values]) => sprintf(toText(format), values) }],
  ['humanize', onNumber(humanize)],
  ['humanize1024', onNumber(humanize1024)],
  ['humanizeDuration', onNumber(humanizeDuration)],
  ['humanizePercentage', onNumber(humanizePercentage)],
  [
    'humanizeTimestamp',
    onNumber((value) => (Number.isFinite(value) ? formatGoTime(toTimeMs(value)) : formatGoFloat(value, 'g', 4))),
  ],
];

const TEXTS: readonly (readonly [string, FunctionEntry])[] = [
  [
    'title',
    onText((text) =>
      text.replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase()),
    ),
  ],
  ['toUpper', onText((text) => text.toUpperCase())],
  ['toLower', onText((text) => text.toLowerCase())],
  ['stripPort', onText(stripPort)],
  ['stripDomain', onText(stripDomain)],
  ['urlQueryEscape', onText((text) => encodeURIComponent(text).replaceAll('%20', '+'))],
  ['safeHtml', onText((text) => text)],
  [
    'match',
    fixed(2, ([pattern = null, text = null], { regex }) => needed(regex, 'match').test(toText(pattern), toText(text))),
  ],
  [
    'reReplaceAll',
    fixed(3, ([pattern = null, replacement = null, text = null], { regex }) =>
      needed(regex, 'reReplaceAll').replaceAll(toText(pattern), toText(text), toText(replacement)),
    ),
  ],
  ['parseDuration', onText(parseDuration)],
  ['toTime', onNumber((value) => ({ kind: 'time', timeMs: toTimeMs(value) }))],
  ['now', fixed(0, (_, { nowMs }) => nowMs / 1000)],
];

const DATA: readonly (readonly [string, FunctionEntry])[] = [
  ['len', fixed(1, ([value = null]) => BigInt(lengthOf(value)))],
  ['index', { arity: [1, MANY], call: ([value = null, ...keys]) => keys.reduce<TemplateValue>(indexed, value) }],
  ['query', fixed(1, ([expr = null], { query }) => needed(query, 'query')(toText(expr)).map(toTemplateSample))],
  ['first', fixed(1, ([samples = null]) => toSamples(samples)[0] ?? fail('first() called on vector with no elements'))],
  ['label', fixed(2, ([name = null, sample = null]) => labelOf(toSample(sample), toText(name)))],
  ['value', fixed(1, ([sample = null]) => toSample(sample).fields.get('Value') ?? null)],
  ['strvalue', fixed(1, ([sample = null]) => labelOf(toSample(sample), '__value__'))],
  [
    'sortByLabel',
    fixed(2, ([name = null, samples = null]) => {
      const label = toText(name);
      return [...toSamples(samples)].sort((a, b) => (labelOf(a, label) < labelOf(b, label) ? -1 : 1));
    }),
  ],
  [
    'args',
    {
      arity: [0, MANY],
      call: (values) => ({
        kind: 'map',
        entries: new Map(values.map((value, index) => [`arg${index}`, value] as const)),
        hasOnlyTexts: false,
      }),
    },
  ],
  ['externalURL', fixed(0, (_, { externalUrl }) => externalUrl)],
  ['pathPrefix', fixed(0, (_, { externalUrl }) => /^\w+:\/\/[^/]*(.*)$/.exec(externalUrl)?.[1] ?? '')],
  ['graphLink', onText((expr) => `/graph?g0.expr=${encodeURIComponent(expr)}&g0.tab=0`)],
  ['tableLink', onText((expr) => `/graph?g0.expr=${encodeURIComponent(expr)}&g0.tab=1`)],
];

const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = /* @__PURE__ */ new Map([
  ...COMPARISONS,
  ...PRINTING,
  ...TEXTS,
  ...DATA,
]);

/** Returns whether a template may call a function of that name. */
export function isTemplateFunction(name: string): boolean {
  return name === 'and' || name === 'or' || FUNCTIONS.has(name);
}

/**
 * Calls a function of templates.
 *
 * @throws Error With Go's words, when the arguments do not fit.
 */
export function callTemplateFunction(
  name: string,
  args: readonly TemplateValue[],
  environment: TemplateEnvironment,
): TemplateValue {
  const entry = FUNCTIONS.get(name);
  if (entry === undefined) return fail(`function "${name}" not defined`);
  const [least, most] = entry.arity;
  if (args.length < least || args.length > most) {
    const want = least === most ? String(least) : `at least ${least}`;
    return fail(`wrong number of args for ${name}: want ${want} got ${args.length}`);
  }
  return entry.call(args, environment);
}

function fail(reason: string): never {
  throw new Error(reason);
}

function needed<TValue>(given: TValue | undefined, name: string): TValue {
  return given ?? fail(`error calling ${name}: it is not available where this template is filled in; leave it out`);
}

function toText(value: TemplateValue): string {
  return typeof value === 'string' ? value : fail(`wrong type for value; expected string; got ${typeNameOf(value)}`);
}

function toFloat(value: TemplateValue): number {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return fail(`can't convert ${typeNameOf(value)} to float`);
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : special(value);
  return number ?? fail(`strconv.ParseFloat: parsing ${JSON.stringify(value)}: invalid syntax`);
}

function special(text: string): number | undefined {
  if (/^[+-]?nan$/i.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinite === null) return undefined;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

// As far as JavaScript's calendar goes.
const MAX_TIME_MS = 8.64e15;

function toTimeMs(seconds: number): number {
  const timeMs = Math.floor(seconds * 1000);
  return Math.abs(timeMs) <= MAX_TIME_MS ? timeMs : fail(`${seconds} cannot be represented as a time`);
}

function parseDuration(text: string): number {
  const isNegative = text.startsWith('-');
  const ms = parseDurationMs(isNegative ? text.slice(1) : text);
  if (ms === undefined) return fail(`cannot parse ${JSON.stringify(text)} to a valid duration`);
  return ((isNegative ? -1 : 1) * ms) / 1000;
}

function stripPort(text: string): string {
  const bracketed = /^\[([^\]]*)\]:[^:]*$/.exec(text);
  if (bracketed !== null) return bracketed[1] ?? '';
  const plain = /^([^:]*):[^:]*$/.exec(text);
  return plain?.[1] ?? text;
}

function stripDomain(text: string): string {
  const [, host = text, port = ''] = /^(.*?)(:\d+)?$/.exec(text) ?? [];
  const isAddress = /^[\d.]+$|^\[.*\]$|:/.test(host);
  return isAddress ? text : `${host.split('.')[0] ?? ''}${port}`;
}

function lengthOf(value: TemplateValue): number {
  if (typeof value === 'string') return [...value].reduce((sum, character) => sum + utf8Length(character), 0);
  if (value !== null && typeof value === 'object') {
    if (isTemplateList(value)) return value.length;
    if (value.kind === 'map') return value.entries.size;
  }
  return fail(`error calling len: len of type ${typeNameOf(value)}`);
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function indexed(value: TemplateValue, key: TemplateValue): TemplateValue {
  if (value !== null && typeof value === 'object') {
    if (isTemplateList(value)) {
      return value[Number(key)] ?? fail(`error calling index: index out of range: ${printValue(key)}`);
    }
    if (value.kind === 'map') return value.entries.get(toText(key)) ?? (value.hasOnlyTexts ? '' : null);
  }
  return fail(`error calling index: can't index item of type ${typeNameOf(value)}`);
}

function toSamples(value: TemplateValue): readonly TemplateStruct[] {
  if (value === null || !isTemplateList(value)) {
    return fail(`wrong type for value; expected template.queryResult; got ${typeNameOf(value)}`);
  }
  return value.map(toSample);
}

function toSample(value: TemplateValue): TemplateStruct {
  const isSample = value !== null && typeof value === 'object' && !isTemplateList(value) && value.kind === 'struct';
  return isSample ? value : fail(`wrong type for value; expected *template.sample; got ${typeNameOf(value)}`);
}

function labelOf(sample: TemplateStruct, name: string): string {
  const labels = sample.fields.get('Labels');
  const isMap = labels != null && typeof labels === 'object' && !isTemplateList(labels) && labels.kind === 'map';
  const text = isMap ? labels.entries.get(name) : undefined;
  return typeof text === 'string' ? text : '';
}
