import {
  compileRegex,
  evaluateInstant,
  evaluateRange,
  PromqlEvaluationError,
  PromqlSyntaxError,
  type SampleSource,
} from '@glasspane/promql';
import { formatExpr, parseExpr, printExpr, typeOf } from '@glasspane/promql/syntax';
import { dashboardQueries, hasCorpus, testDataQueries } from './languageCorpus.ts';
import { MISTAKES } from './mistakes.ts';
import { mutateQuery, SNIPPETS } from './mutateQuery.ts';
import type { Random } from './Random.ts';

/** The queries to begin with: those of others where they lie beside this repository. */
export function seedQueries(): readonly string[] {
  const others = hasCorpus ? [...testDataQueries(), ...dashboardQueries()] : [];
  return [...others.filter(({ length }) => length < 400), ...MISTAKES];
}

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

const ODD = [
  0, 9, 10, 13, 31, 34, 39, 92, 96, 127, 0xa0, 0xe9, 0x2028, 0x212a, 0xd800, 0xdc00, 0xdc80, 0xfeff, 0xfffd, 0x1f600,
];

function randomText(random: Random): string {
  return repeat(random.whole(0, 40), () =>
    String.fromCodePoint(random.chance(0.2) ? random.pick(ODD) : random.whole(0, random.chance(0.9) ? 127 : 0x2fff)),
  );
}

const DEEP = [
  '(',
  '-',
  '+',
  'x[',
  'sum(',
  'rate(',
  '1+',
  '1^',
  '{',
  'x offset (',
  'x[(',
  'x[min_of(1,',
  'a or ',
  'a and on(',
  '[1m:]',
  '@ 1 ',
];

function deep(random: Random): string {
  const [first, second] = [random.pick(DEEP), random.pick(DEEP)];
  return (
    repeat(random.whole(1, random.chance(0.02) ? 3000 : 40), (index) => (index % 2 === 0 ? first : second)) +
    random.pick(SNIPPETS)
  );
}

function splice(random: Random, queries: readonly string[]): string {
  const [one, other] = [random.pick(queries), random.pick(queries)];
  return one.slice(0, random.whole(0, one.length)) + other.slice(random.whole(0, other.length));
}

/** Returns a text that may be PromQL: one that was changed, cut, put together from words, or made of any characters. */
export function fuzzQuery(random: Random, queries: readonly string[]): string {
  const kind = random.next();
  if (kind < 0.6) return mutateQuery(random, random.pick(queries));
  if (kind < 0.75) return splice(random, queries);
  if (kind < 0.88) return repeat(random.whole(1, 20), () => random.pick(SNIPPETS));
  return kind < 0.94 ? randomText(random) : deep(random);
}

/** What became of a text: whether it is PromQL, and what is wrong with how that was found out. */
export interface Outcome {
  readonly isAccepted: boolean;
  readonly fault?: string;
}

/** Reads, prints and formats a text. */
export function tryLanguage(text: string): Outcome {
  try {
    const expr = parseExpr(text);
    const printed = printExpr(expr);
    if (printExpr(parseExpr(printed)) !== printed) return { isAccepted: true, fault: `prints in two ways: ${printed}` };
    const formatted = formatExpr(expr);
    if (formatExpr(parseExpr(formatted)) === formatted) return { isAccepted: true };
    return { isAccepted: true, fault: `is formatted in two ways: ${formatted}` };
  } catch (error) {
    const fault = faultOf(error, text);
    return { isAccepted: false, ...(fault === undefined ? {} : { fault }) };
  }
}

function faultOf(error: unknown, text: string): string | undefined {
  if (!(error instanceof PromqlSyntaxError)) return `ends in ${String(error)}`;
  const { start, end, message } = error;
  if (!(start >= 0 && start <= end && end <= text.length)) return `fails at ${start} to ${end}: ${message}`;
  return /^(?:\d+:\d+|unknown position): parse error: ./s.test(message) ? undefined : `has no place: ${message}`;
}

const limits = { maxSamples: 20_000, maxSeries: 50, maxPoints: 100, lookbackMs: 300_000 } as const;

/** Evaluates a text on little data and with narrow limits. Returns what is wrong with that. */
export async function tryEvaluation(text: string, source: SampleSource): Promise<string | undefined> {
  const timeout = { ms: 2000, now: () => performance.now() };
  try {
    const type = typeOf(parseExpr(text));
    await evaluateInstant(text, 600_000, source, { ...limits, timeout });
    if (type === 'matrix' || type === 'string') return undefined;
    await evaluateRange(text, { startMs: 0, endMs: 900_000, stepMs: 60_000 }, source, { ...limits, timeout });
    return undefined;
  } catch (error) {
    const isKnown =
      error instanceof PromqlSyntaxError || (error instanceof PromqlEvaluationError && error.kind !== 'timeout');
    return isKnown ? undefined : `ends in ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

const PIECES = [
  ...[
    'a',
    'b',
    'é',
    '😀',
    '.',
    '*',
    '+',
    '?',
    '|',
    '(',
    ')',
    '(?:',
    '(?i)',
    '(?P<n>',
    '(?<m>',
    '(?s-i:',
    '[',
    ']',
    '[^',
    '-',
  ],
  ...[
    '{2}',
    '{1,3}',
    '{0,1000}',
    '{1001}',
    '{',
    '}',
    ',',
    '^',
    '$',
    '\\',
    '\\b',
    '\\B',
    '\\d',
    '\\W',
    '\\pL',
    '\\p{Greek}',
  ],
  ...['\\x41', '\\x{1F600}', '\\Q', '\\E', '\\z', '\\A', '[[:alpha:]]', '[[:^digit:]]', '\\1', '\\077', ' ', '\n'],
];

/** Compiles a random regular expression and runs it. Returns what is wrong with that. */
export function tryRegex(random: Random): string | undefined {
  const pattern = repeat(random.whole(0, 14), () => random.pick(PIECES));
  const text = repeat(random.whole(0, 30), () =>
    random.pick(['a', 'b', 'ab', 'é', '😀', '\n', ' ', '-', '1', '\ud800']),
  );
  try {
    const regex = compileRegex(pattern);
    if (regex instanceof Error) {
      return regex.name === 'RegexError' ? undefined : `${JSON.stringify(pattern)} ends in ${String(regex)}`;
    }
    const isMatch = regex.test(text);
    if ((regex.match(text) !== undefined) === isMatch) return undefined;
    return `${JSON.stringify(pattern)} does not know whether it matches ${JSON.stringify(text)}`;
  } catch (error) {
    return `${JSON.stringify(pattern)} ends in ${String(error)}`;
  }
}
