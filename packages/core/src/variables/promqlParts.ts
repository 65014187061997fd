import { referenceAt } from './variableReferences.ts';

/** Where a string stands in a query, and so how a value in it has to be escaped. */
export type StringPlace = 'exact' | 'regex' | 'replacement' | 'text';

/** Where a word stands in a query, and so what it may be. */
export type WordPlace = 'expression' | 'duration' | 'time' | 'matcherName' | 'labelList';

/** A piece of a query that matters to variables; everything else is `source`, to be kept as it is. */
export type PromqlPart =
  | { readonly kind: 'source'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string; readonly place: StringPlace }
  | { readonly kind: 'word'; readonly text: string; readonly place: WordPlace };

type Frame = { readonly kind: '{' | '[' } | { readonly kind: '('; readonly callee: string; argument: number };

const labelListWords: ReadonlySet<string> = new Set(['by', 'without', 'on', 'ignoring', 'group_left', 'group_right']);
const tokenPattern = /\s+|#[^\n]*|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|`[^`]*`|=~|!~|!=|==|=|[\s\S]/y;
const wordCharacter = /[\w.:]/;

/**
 * Cuts a query into the parts that matter to variables. It reads tokens only, because a query with variables in it is
 * not yet PromQL; what is wrong with a query is said by the parser, after the variables are filled in.
 */
export function promqlParts(expr: string): readonly PromqlPart[] {
  return new PartReader(expr).read();
}

class PartReader {
  readonly #text: string;
  readonly #parts: PromqlPart[] = [];
  readonly #frames: Frame[] = [];
  /** The last token that is neither space nor comment. */
  #last = '';

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly PromqlPart[] {
    let at = 0;
    while (at < this.#text.length) {
      const end = this.#wordEnd(at);
      at = end > at ? this.#readWord(at, end) : this.#readToken(at);
    }
    return this.#parts;
  }

  #wordEnd(start: number): number {
    const isInBrackets = this.#frames.at(-1)?.kind === '[';
    let at = start;
    while (at < this.#text.length) {
      const character = this.#text[at] ?? '';
      if (character === '$') {
        const end = referenceAt(this.#text, at)?.end;
        if (end === undefined) return at;
        at = end;
      } else if (wordCharacter.test(character) && !(isInBrackets && character === ':')) at += 1;
      else return at;
    }
    return at;
  }

  #readWord(start: number, end: number): number {
    const text = this.#text.slice(start, end);
    this.#parts.push({ kind: 'word', text, place: this.#wordPlace() });
    this.#last = text;
    return end;
  }

  #wordPlace(): WordPlace {
    const frame = this.#frames.at(-1);
    if (frame?.kind === '{') return 'matcherName';
    if (frame?.kind === '[') return 'duration';
    if (frame?.kind === '(' && labelListWords.has(frame.callee)) return 'labelList';
    if (this.#last === '@') return 'time';
    return this.#last.toLowerCase() === 'offset' ? 'duration' : 'expression';
  }

  #readToken(start: number): number {
    tokenPattern.lastIndex = start;
    const token = tokenPattern.exec(this.#text)?.[0] ?? '';
    if (token.length > 1 && /^["'`]/.test(token))
      this.#parts.push({ kind: 'string', text: token, place: this.#stringPlace() });
    else if (/^[=!][=~]?$/.test(token)) this.#parts.push({ kind: 'operator', text: token });
    else this.#parts.push({ kind: 'source', text: token });
    if (!/^[\s#]/.test(token)) this.#follow(token);
    return start + token.length;
  }

  #stringPlace(): StringPlace {
    const frame = this.#frames.at(-1);
    if (frame?.kind === '{' && /^(?:!?=|[=!]~)$/.test(this.#last)) return this.#last.endsWith('~') ? 'regex' : 'exact';
    if (frame?.kind !== '(' || frame.callee !== 'label_replace') return 'text';
    return frame.argument === 2 ? 'replacement' : frame.argument === 4 ? 'regex' : 'text';
  }

  #follow(token: string): void {
    const frame = this.#frames.at(-1);
    if (token === '(') this.#frames.push({ kind: '(', callee: this.#last.toLowerCase(), argument: 0 });
    else if (token === '{' || token === '[') this.#frames.push({ kind: token });
    else if (token === ')' || token === '}' || token === ']') this.#frames.pop();
    else if (token === ',' && frame?.kind === '(') frame.argument += 1;
    // After the sign of `offset -5m` the place is still that of a duration.
    if (token !== '-' || this.#last.toLowerCase() !== 'offset') this.#last = token;
  }
}
