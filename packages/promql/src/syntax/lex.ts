import type { Positioned } from './ast.ts';

/**
 * A word of the query text. `invalid` carries the complaint in `value`; it is only raised when the parser gets there, so
 * that the first error of a query is the one reported.
 */
export interface Token extends Positioned {
  readonly kind: 'number' | 'duration' | 'string' | 'identifier' | 'symbol' | 'end' | 'invalid';
  /** As written, for `invalid` the complaint. */
  readonly text: string;
}

const blank = /(?:\s+|#[^\n]*)+/y;
const number = /(?:0[xX][0-9a-fA-F][0-9a-fA-F_]*|(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?)/y;
const duration = /(?:[0-9]+(?:ms|[smhdwy]))+/y;
const word = /[A-Za-z0-9_]*/y;
const string = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`/y;
const metricName = /[A-Za-z_:][A-Za-z0-9_:]*/y;
const labelName = /[A-Za-z_][A-Za-z0-9_]*/y;
const symbol = /==|!=|=~|!~|<=|>=|<\/|>\/|[-+*/%^=<>(){}[\],:@]/y;

const openers: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);
const names: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ['(', 'parenthesis'],
  ['[', 'bracket'],
  ['{', 'brace'],
]);

/** Returns the tokens of a query; the last one is of kind `end` or `invalid`. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = 0;

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token['kind'], length: number, message?: string): void => {
    tokens.push({ kind, text: message ?? text.slice(at, at + length), start: at, end: at + length });
    at += length;
  };
  const fail = (message: string, length = 1): readonly Token[] => {
    push('invalid', length, message);
    return tokens;
  };

  for (;;) {
    at += match(blank)?.length ?? 0;
    const character = text[at];
    const inside = open.at(-1);
    if (character === undefined) break;

    if (/[0-9]/.test(character) || (character === '.' && /[0-9]/.test(text[at + 1] ?? ''))) {
      const asNumber = match(number) ?? '';
      const asDuration = match(duration) ?? '';
      const [kind, length] =
        asDuration.length > asNumber.length
          ? (['duration', asDuration.length] as const)
          : (['number', asNumber.length] as const);
      word.lastIndex = at + length;
      const rest = word.exec(text)?.[0] ?? '';
      if (rest !== '') {
        return fail(
          `bad number or duration syntax: ${JSON.stringify(text.slice(at, at + length) + rest)}`,
          length + rest.length,
        );
      }
      push(kind, length);
      continue;
    }

    if (character === '"' || character === "'" || character === '`') {
      const quoted = match(string);
      if (quoted === undefined)
        return fail(character === '`' ? 'unterminated raw string' : 'unterminated quoted string');
      push('string', quoted.length);
      continue;
    }

    const identifier = match(inside === '[' || inside === '{' ? labelName : metricName);
    if (identifier !== undefined) {
      push('identifier', identifier.length);
      continue;
    }

    const operator = match(symbol);
    if (operator === undefined) {
      if (character === '!') return fail(`unexpected character after '!': '${text[at + 1] ?? ''}'`);
      const place = inside === '{' ? ' inside braces' : inside === '[' ? ' in duration expression' : '';
      return fail(`unexpected character${place}: '${String.fromCodePoint(text.codePointAt(at) ?? 0)}'`);
    }
    const opener = openers.get(operator);
    if (names.has(operator)) {
      if (inside === '{') return fail(`unexpected left ${names.get(operator)} '${operator}'`);
      open.push(operator);
    } else if (opener !== undefined) {
      if (inside !== opener) return fail(`unexpected right ${names.get(opener)} '${operator}'`);
      open.pop();
    }
    push('symbol', operator.length);
  }

  const unclosed = open.at(-1);
  if (unclosed === undefined) push('end', 0);
  else if (unclosed === '{') push('invalid', 0, 'unexpected end of input inside braces');
  else push('invalid', 0, `unclosed left ${names.get(unclosed)}`);
  return tokens;
}
