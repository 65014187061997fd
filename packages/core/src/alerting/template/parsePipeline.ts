import { unquoteString } from '@glasspane/promql/syntax';
import { placeOf, type TemplateToken } from './lexTemplate.ts';
import { TemplateError } from './TemplateError.ts';
import type { Command, Operand, Pipeline } from './TemplateNode.ts';

/** What parsing has to know besides the words of one action. */
export interface TemplateScope {
  readonly source: string;
  readonly isFunction: (name: string) => boolean;
  /** The variables that are known here, without `$`. */
  readonly variables: string[];
}

/** The words of an action, read one after the other. */
export class TokenReader {
  readonly #tokens: readonly TemplateToken[];
  readonly #scope: TemplateScope;
  #at = 0;

  constructor(tokens: readonly TemplateToken[], scope: TemplateScope) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  /** The offset behind the last word that was taken. */
  get endOffset(): number {
    const last = this.#tokens[this.#at - 1];
    return last === undefined ? 0 : last.at + last.text.length;
  }

  peek(ahead = 0): TemplateToken | undefined {
    return this.#tokens[this.#at + ahead];
  }

  next(): TemplateToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) return this.fail('missing value for command');
    this.#at += 1;
    return token;
  }

  skipSpace(): void {
    while (this.peek()?.type === 'space') this.#at += 1;
  }

  accept(symbol: string): boolean {
    const token = this.peek();
    if (token?.type !== 'symbol' || token.text !== symbol) return false;
    this.#at += 1;
    return true;
  }

  fail(reason: string): never {
    const at = this.peek()?.at ?? this.endOffset;
    throw new TemplateError(`${placeOf(this.#scope.source, at)}: ${reason}`);
  }
}

/**
 * Parses a pipeline, with the variables that it sets, which are known from then on.
 *
 * @param isClosedBy - What ends it: nothing more to read, or a closing parenthesis.
 */
export function parsePipeline(
  tokens: TokenReader,
  scope: TemplateScope,
  options: { readonly isInside: boolean; readonly maxVariables: number; readonly depth: number },
): Pipeline {
  if (options.depth > 50) tokens.fail('max expression depth exceeded');
  tokens.skipSpace();
  const at = tokens.peek()?.at ?? 0;
  const { variables, isAssignment } = parseVariables(tokens, options.maxVariables);
  const commands: Command[] = [];
  do commands.push(parseCommand(tokens, scope, options.depth));
  while (tokens.accept('|'));
  if (options.isInside) {
    if (!tokens.accept(')')) tokens.fail('unclosed left paren');
  } else if (!tokens.isAtEnd) tokens.fail(`unexpected ${JSON.stringify(tokens.peek()?.text)} in command`);
  for (const name of variables) {
    if (!isAssignment) scope.variables.push(name);
    else if (!scope.variables.includes(name)) tokens.fail(`undefined variable "$${name}"`);
  }
  return { variables, isAssignment, commands, at, source: sourceOf(commands) };
}

function sourceOf(commands: readonly Command[]): string {
  return commands.map(({ source }) => source).join(' | ');
}

function parseVariables(
  tokens: TokenReader,
  maxVariables: number,
): { readonly variables: readonly string[]; readonly isAssignment: boolean } {
  const names: string[] = [];
  let ahead = 0;
  const skip = (): void => {
    while (tokens.peek(ahead)?.type === 'space') ahead += 1;
  };
  for (;;) {
    const token = tokens.peek(ahead);
    if (token?.type !== 'variable') return { variables: [], isAssignment: false };
    names.push(token.text.slice(1));
    ahead += 1;
    skip();
    const symbol = tokens.peek(ahead)?.text;
    ahead += 1;
    if (symbol === ':=' || symbol === '=') {
      if (names.length > maxVariables) tokens.fail('too many declarations');
      for (let count = 0; count < ahead; count += 1) tokens.next();
      return { variables: names, isAssignment: symbol === '=' };
    }
    if (symbol !== ',') return { variables: [], isAssignment: false };
    skip();
  }
}

function parseCommand(tokens: TokenReader, scope: TemplateScope, depth: number): Command {
  tokens.skipSpace();
  const at = tokens.peek()?.at ?? tokens.endOffset;
  const first = parseOperand(tokens, scope, depth);
  const operands: [Operand, ...Operand[]] = [first];
  for (;;) {
    const hadSpace = tokens.peek()?.type === 'space';
    tokens.skipSpace();
    const token = tokens.peek();
    if (token === undefined || (token.type === 'symbol' && (token.text === '|' || token.text === ')'))) break;
    if (!hadSpace) tokens.fail(`unexpected ${JSON.stringify(token.text)} in operand`);
    operands.push(parseOperand(tokens, scope, depth));
  }
  if (first.type === 'literal' && operands.length > 1)
    tokens.fail(`can't give argument to non-function ${first.source}`);
  return { operands, at, source: operands.map(({ source }) => source).join(' ') };
}

function parseOperand(tokens: TokenReader, scope: TemplateScope, depth: number): Operand {
  const token = tokens.next();
  const { at, text } = token;
  switch (token.type) {
    case 'field': {
      const path = [text.slice(1), ...parsePath(tokens)];
      return { type: 'field', path, at, source: path.map((name) => `.${name}`).join('') };
    }
    case 'variable': {
      const name = text.slice(1);
      if (name !== '' && !scope.variables.includes(name)) tokens.fail(`undefined variable "${text}"`);
      const path = parsePath(tokens);
      return { type: 'variable', name, path, at, source: [text, ...path].join('.') };
    }
    case 'word':
      return parseWord(tokens, scope, text, at);
    case 'string':
      return { type: 'literal', value: unquoteString(text), at, source: text };
    case 'rune':
      return { type: 'literal', value: BigInt(unquoteString(text).codePointAt(0) ?? 0), at, source: text };
    case 'number':
      return { type: 'literal', value: parseNumber(text), at, source: text };
    default:
  }
  if (text === '.') return { type: 'dot', at, source: '.' };
  if (text !== '(') return tokens.fail(`unexpected ${JSON.stringify(text)} in operand`);
  const pipeline = parsePipeline(tokens, scope, { isInside: true, maxVariables: 1, depth: depth + 1 });
  const path = parsePath(tokens);
  return { type: 'pipeline', pipeline, path, at, source: [`(${pipeline.source})`, ...path].join('.') };
}

function parseWord(tokens: TokenReader, scope: TemplateScope, text: string, at: number): Operand {
  if (text === 'true' || text === 'false') return { type: 'literal', value: text === 'true', at, source: text };
  if (text === 'nil') return { type: 'literal', value: null, at, source: text };
  if (!scope.isFunction(text)) tokens.fail(`function "${text}" not defined`);
  return { type: 'function', name: text, at, source: text };
}

function parsePath(tokens: TokenReader): readonly string[] {
  const path: string[] = [];
  while (tokens.peek()?.type === 'field') path.push(tokens.next().text.slice(1));
  return path;
}

function parseNumber(text: string): number | bigint {
  const plain = text.replaceAll('_', '');
  const sign = plain.startsWith('-') ? -1n : 1n;
  const digits = plain.replace(/^[+-]/, '');
  return /^(?:\d+|0[xXbBoO][\da-fA-F]+)$/.test(digits) ? sign * BigInt(digits) : Number(plain);
}
