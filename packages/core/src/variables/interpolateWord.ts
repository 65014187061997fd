import { parseDurationMs } from '@glasspane/promql/syntax';
import type { WordPlace } from './promqlParts.ts';
import type { VariableValues } from './Variable.ts';
import { VariableError } from './VariableError.ts';
import { splitReferences } from './variableReferences.ts';
import { notAll, type ReferencedValues, valuesOf } from './variableValues.ts';

interface WordRule {
  readonly isValid: (text: string) => boolean;
  /** What the word has to be, for the message. */
  readonly expected: string;
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$|^[+-]?inf$|^nan$/i;
const labelNamePattern = /^[A-Za-z_]\w*$/;
const metricNamePattern = /^[A-Za-z_:][\w:]*$/;
const reservedWords: ReadonlySet<string> = new Set(
  (
    'and or unless atan2 by without on ignoring group_left group_right offset bool ' +
    'fill fill_left fill_right anchored smoothed'
  ).split(' '),
);

const isNumber = (text: string): boolean => numberPattern.test(text);
const isDuration = (text: string): boolean => parseDurationMs(text) !== undefined;
const isName = (text: string): boolean => metricNamePattern.test(text) && !reservedWords.has(text.toLowerCase());

const labelName: WordRule = { isValid: (text) => labelNamePattern.test(text), expected: 'a label name' };

const rules: Readonly<Record<WordPlace, WordRule>> = {
  expression: {
    isValid: (text) => isNumber(text) || isName(text) || isDuration(text),
    expected: 'a number or the name of a metric or function',
  },
  duration: {
    isValid: (text) => isDuration(text) || (/^[\d.]/.test(text) && isNumber(text)),
    expected: 'a duration such as 5m',
  },
  time: { isValid: (text) => isNumber(text) || isName(text), expected: 'a time in seconds since 1970' },
  matcherName: labelName,
  labelList: labelName,
};

/** Fills variables into a word that stands outside of strings. */
export function interpolateWord(
  { text, place }: { readonly text: string; readonly place: WordPlace },
  variables: VariableValues,
): string {
  const pieces = splitReferences(text).map((piece) => (typeof piece === 'string' ? piece : valuesOf(piece, variables)));
  const [only] = pieces;
  if (pieces.length === 1 && place === 'labelList' && typeof only === 'object') {
    if (only.isAll) throw notAll(only.name);
    return only.values.map((value) => checked(value, only, place)).join(', ');
  }
  const reference = pieces.find((piece) => typeof piece === 'object');
  const word = pieces.map((piece) => (typeof piece === 'string' ? piece : singleValue(piece))).join('');
  if (typeof reference !== 'object') return word;
  // A sign binds less than `^` does, so a negative number is kept together.
  return place === 'expression' && /^[+-]/.test(word)
    ? `(${checked(word, reference, place)})`
    : checked(word, reference, place);
}

function singleValue({ name, values, isAll }: ReferencedValues): string {
  const [value = ''] = values;
  if (values.length === 1 && !isAll) return value;
  const what = isAll ? 'stands for all values' : `has ${values.length} values`;
  throw new VariableError(
    name,
    `The variable $${name} ${what}, but stands where the query takes one; choose one value.`,
  );
}

function checked(word: string, { name }: ReferencedValues, place: WordPlace): string {
  const { isValid, expected } = rules[place];
  if (isValid(word)) return word;
  throw new VariableError(
    name,
    `The variable $${name} stands where the query needs ${expected}, but "${word}" is none.`,
  );
}
