import { TemplateError } from './TemplateError.ts';

/** A piece of a template's text: what is printed as it is, or the inside of `{{ }}`. */
export type TemplatePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly tokens: readonly TemplateToken[]; readonly at: number };

/** A word of an action. */
export interface TemplateToken {
  readonly type: 'space' | 'word' | 'variable' | 'field' | 'number' | 'string' | 'rune' | 'symbol';
  readonly text: string;
  readonly at: number;
}

const TOKENS: readonly (readonly [TemplateToken['type'], RegExp])[] = [
  ['space', /\s+(?!-\}\})/y],
  ['string', /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y],
  ['rune', /'(?:[^'\\\n]|\\[^\n]+?)'/y],
  ['number', /[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?![\w.])/y],
  ['variable', /\$\w*/y],
  ['field', /\.[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['word', /[\p{L}_][\p{L}\p{Nd}_]*/uy],
  ['symbol', /:=|[|(),=.]/y],
];

/** Returns the position of an offset as Go's templates tell it: line from 1, column from 0. */
export function placeOf(source: string, at: number): string {
  const before = source.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return `${before.split('\n').length}:${at - lineStart}`;
}

/**
 * Cuts a template into text and actions; `{{-` and `-}}` have taken the white space beside them away.
 *
 * @throws {@link TemplateError} When an action does not end or has a character that means nothing.
 */
export function lexTemplate(source: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  let isTrimmed = false;
  const pushText = (raw: string, isTrimmedRight: boolean): void => {
    const left = isTrimmed ? raw.trimStart() : raw;
    const text = isTrimmedRight ? left.trimEnd() : left;
    if (text !== '') parts.push({ type: 'text', text });
  };
  for (;;) {
    const open = source.indexOf('{{', at);
    if (open < 0) {
      pushText(source.slice(at), false);
      return parts;
    }
    const hasTrim = /^-\s/.test(source.slice(open + 2, open + 4));
    pushText(source.slice(at, open), hasTrim);
    const action = lexAction(source, open + (hasTrim ? 3 : 2));
    if (action.tokens.length > 0) parts.push({ type: 'action', tokens: action.tokens, at: open });
    isTrimmed = action.hasTrim;
    at = action.end;
  }
}

interface LexedAction {
  readonly tokens: readonly TemplateToken[];
  readonly hasTrim: boolean;
  readonly end: number;
}

function lexAction(source: string, start: number): LexedAction {
  const comment = /\s*\/\*[\s\S]*?\*\/(\s-)?\}\}/y;
  comment.lastIndex = start;
  const found = comment.exec(source);
  if (found !== null) return { tokens: [], hasTrim: found[1] !== undefined, end: comment.lastIndex };
  const tokens: TemplateToken[] = [];
  for (let at = start; at < source.length; ) {
    const close = /(\s-)?\}\}/y;
    close.lastIndex = at;
    const end = close.exec(source);
    if (end !== null)
      return { tokens: withoutEdges(tokens, source, start), hasTrim: end[1] !== undefined, end: close.lastIndex };
    const token = tokenAt(source, at);
    if (token === undefined) {
      const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
      const reason = /["`']/.test(character) ? 'unterminated quoted string' : `unexpected ${JSON.stringify(character)}`;
      throw new TemplateError(`${placeOf(source, at)}: ${reason} in action`);
    }
    tokens.push(token);
    at += token.text.length;
  }
  throw new TemplateError(`${placeOf(source, start)}: unclosed action; end it with }}`);
}

function tokenAt(source: string, at: number): TemplateToken | undefined {
  for (const [type, pattern] of TOKENS) {
    // Sticky patterns remember where they were: each call has its own.
    const sticky = new RegExp(pattern.source, pattern.flags);
    sticky.lastIndex = at;
    const match = sticky.exec(source);
    if (match !== null) return { type, text: match[0], at };
  }
  return undefined;
}

function withoutEdges(tokens: readonly TemplateToken[], source: string, start: number): readonly TemplateToken[] {
  const from = tokens[0]?.type === 'space' ? 1 : 0;
  const to = tokens.at(-1)?.type === 'space' ? tokens.length - 1 : tokens.length;
  const kept = tokens.slice(from, to);
  if (kept.length === 0) throw new TemplateError(`${placeOf(source, start)}: missing value for command`);
  return kept;
}
