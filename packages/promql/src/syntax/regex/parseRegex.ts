import type { CharacterSet, RegexNode } from './ast.ts';
import { foldCase, perlClass, posixClass, setOf, unicodeClass } from './characterClasses.ts';
import { isWithinRepeats } from './isWithinRepeats.ts';
import { RegexError } from './RegexError.ts';

type FlagName = 'ignoreCase' | 'multiLine' | 'dotAll' | 'ungreedy';

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly ungreedy: boolean;
}

const flagNames: ReadonlyMap<string, FlagName> = /* @__PURE__ */ new Map([
  ['i', 'ignoreCase'],
  ['m', 'multiLine'],
  ['s', 'dotAll'],
  ['U', 'ungreedy'],
]);

// RE2's own bounds on repetition and nesting.
const maxRepeat = 1000;
const maxDepth = 1000;

const plainEscapes: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);

class RegexParser {
  readonly #pattern: string;
  #at = 0;
  #depth = 0;
  #captures = 0;
  #flags: Flags = { ignoreCase: false, multiLine: false, dotAll: true, ungreedy: false };

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  parse(): RegexNode {
    const node = this.#alternation();
    if (this.#at < this.#pattern.length) throw new RegexError('unexpected )', this.#pattern);
    return node;
  }

  #peek(): string {
    return this.#pattern[this.#at] ?? '';
  }

  #take(): string {
    const character = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  #accept(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#pattern);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match;
  }

  #alternation(): RegexNode {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new RegexError('expression nests too deeply', this.#pattern);
    const nodes = [this.#concatenation()];
    while (this.#accept('|')) nodes.push(this.#concatenation());
    this.#depth -= 1;
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { type: 'alternate', nodes };
  }

  #concatenation(): RegexNode {
    const nodes: RegexNode[] = [];
    while (this.#at < this.#pattern.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const atom = this.#atom();
      if (atom === undefined) continue;
      const node = this.#repetition(atom);
      const last = nodes.at(-1);
      // Joined, literals can be compared in one go.
      if (node.type === 'literal' && last?.type === 'literal') {
        nodes[nodes.length - 1] = { type: 'literal', text: last.text + node.text };
      } else {
        nodes.push(node);
      }
    }
    const [first] = nodes;
    if (first === undefined) return { type: 'empty' };
    return nodes.length === 1 ? first : { type: 'concat', nodes };
  }

  #repetition(atom: RegexNode): RegexNode {
    const start = this.#at;
    const bounds = this.#bounds();
    if (bounds === undefined) return atom;
    const isLazy = this.#accept('?');
    const again = this.#at;
    if (this.#bounds() !== undefined) {
      throw new RegexError('invalid nested repetition operator', this.#pattern.slice(start, Math.max(this.#at, again)));
    }
    const node: RegexNode = { type: 'repeat', node: atom, ...bounds, isGreedy: isLazy === this.#flags.ungreedy };
    if (bounds.min < 2 && (bounds.max < 2 || bounds.max === Number.POSITIVE_INFINITY)) return node;
    if (!isWithinRepeats(node, maxRepeat)) {
      throw new RegexError('invalid repeat count', this.#pattern.slice(start, isLazy ? again : this.#at));
    }
    return node;
  }

  /** Takes a repetition operator, and returns how often it lets its operand occur. */
  #bounds(): { readonly min: number; readonly max: number } | undefined {
    switch (this.#peek()) {
      case '*':
        this.#at += 1;
        return { min: 0, max: Number.POSITIVE_INFINITY };
      case '+':
        this.#at += 1;
        return { min: 1, max: Number.POSITIVE_INFINITY };
      case '?':
        this.#at += 1;
        return { min: 0, max: 1 };
      case '{':
        return this.#countedBounds();
      default:
        return undefined;
    }
  }

  #countedBounds(): { readonly min: number; readonly max: number } | undefined {
    const match = this.#match(/\{(\d+)(?:(,)(\d*))?\}/y);
    if (match === undefined) return undefined;
    const [text, minText, comma, maxText] = match;
    const min = Number(minText);
    const max = comma === undefined ? min : maxText === '' ? Number.POSITIVE_INFINITY : Number(maxText);
    const largest = max === Number.POSITIVE_INFINITY ? min : max;
    if (min > max || largest > maxRepeat) throw new RegexError('invalid repeat count', text);
    return { min, max };
  }

  #atom(): RegexNode | undefined {
    const character = this.#peek();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return { type: 'set', set: this.#characterClass() };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        throw new RegexError('missing argument to repetition operator', character);
      default:
        break;
    }
    if (this.#accept('.')) return this.#flags.dotAll ? { type: 'any' } : { type: 'set', set: setOf([[10, 10]], true) };
    if (this.#accept('^')) return { type: 'assertion', assertion: this.#flags.multiLine ? 'lineStart' : 'textStart' };
    if (this.#accept('$')) return { type: 'assertion', assertion: this.#flags.multiLine ? 'lineEnd' : 'textEnd' };
    const start = this.#at;
    const bounds = character === '{' ? this.#bounds() : undefined;
    if (bounds !== undefined) {
      throw new RegexError('missing argument to repetition operator', this.#pattern.slice(start, this.#at));
    }
    return this.#literal(this.#take());
  }

  #literal(character: string): RegexNode {
    if (!this.#flags.ignoreCase) return { type: 'literal', text: character };
    const code = character.codePointAt(0) ?? 0;
    const set = foldCase(setOf([[code, code]]));
    return set.ranges.length === 1 ? { type: 'literal', text: character } : { type: 'set', set };
  }

  #group(): RegexNode | undefined {
    const start = this.#at;
    const outer = this.#flags;
    let index: number | undefined;
    let name: string | undefined;
    this.#at += 1;
    if (this.#accept('?')) {
      const named = this.#match(/(?:P<|<(?![=!]))([^>]*)>/y);
      if (named !== undefined) {
        name = named[1] ?? '';
        if (!/^\w+$/.test(name)) throw new RegexError('invalid named capture', this.#pattern.slice(start, this.#at));
        this.#captures += 1;
        index = this.#captures;
      } else if (/^(?:P<|<(?![=!]))/.test(this.#pattern.slice(this.#at, this.#at + 3))) {
        throw new RegexError('invalid named capture', this.#pattern.slice(start));
      } else if (this.#setFlags(start)) {
        return undefined;
      }
    } else {
      this.#captures += 1;
      index = this.#captures;
    }
    const node = this.#alternation();
    if (!this.#accept(')')) throw new RegexError('missing closing )', this.#pattern);
    this.#flags = outer;
    return index === undefined ? node : { type: 'capture', node, index, name };
  }

  /** Takes flags such as `i-s:` or `i)`. Returns whether they stand alone, and so hold to the end of the group around. */
  #setFlags(start: number): boolean {
    const flags: Record<FlagName, boolean> = { ...this.#flags };
    let isOn = true;
    let isNamed = false;
    while (this.#at < this.#pattern.length) {
      const letter = this.#take();
      const flag = flagNames.get(letter);
      if (flag !== undefined) {
        flags[flag] = isOn;
        isNamed = true;
      } else if (letter === '-' && isOn) {
        isOn = false;
        isNamed = false;
      } else if ((letter === ':' || letter === ')') && (isOn || isNamed)) {
        this.#flags = flags;
        return letter === ')';
      } else break;
    }
    throw new RegexError('invalid or unsupported Perl syntax', this.#pattern.slice(start, this.#at));
  }

  #escape(): RegexNode {
    const next = this.#pattern[this.#at + 1];
    const simple = { A: 'textStart', z: 'textEnd', b: 'wordBoundary', B: 'noWordBoundary' } as const;
    if (next === 'A' || next === 'z' || next === 'b' || next === 'B') {
      this.#at += 2;
      return { type: 'assertion', assertion: simple[next] };
    }
    if (this.#accept('\\Q')) {
      const end = this.#pattern.indexOf('\\E', this.#at);
      const text = this.#pattern.slice(this.#at, end < 0 ? undefined : end);
      this.#at = end < 0 ? this.#pattern.length : end + 2;
      return { type: 'concat', nodes: [...text].map((character) => this.#literal(character)) };
    }
    const set = this.#escapedClass();
    return set === undefined ? this.#literal(String.fromCodePoint(this.#escapedCharacter())) : { type: 'set', set };
  }

  /** Takes `\d`, `\pL`, `\p{Greek}` and the like. */
  #escapedClass(): CharacterSet | undefined {
    const perl = perlClass(this.#pattern[this.#at + 1] ?? '');
    if (perl !== undefined) {
      this.#at += 2;
      return this.#flags.ignoreCase ? foldCase(perl) : perl;
    }
    const start = this.#at;
    const match = this.#match(/\\([pP])(?:\{(\^?)([^}]*)\}|([^{]))/uy);
    if (match === undefined) {
      if (!/^\\[pP]/.test(this.#pattern.slice(start, start + 2))) return undefined;
      throw new RegexError('invalid character class range', this.#pattern.slice(start));
    }
    const [source, letter, caret, long, short] = match;
    const set = unicodeClass(long ?? short ?? '', (letter === 'P') !== (caret === '^'), source);
    return this.#flags.ignoreCase ? foldCase(set) : set;
  }

  #escapedCharacter(): number {
    const start = this.#at;
    this.#at += 1;
    if (this.#at >= this.#pattern.length) throw new RegexError('trailing backslash at end of expression', '');
    const hex = this.#match(/x(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))/y);
    const octal = hex === undefined ? this.#match(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y) : undefined;
    if (hex !== undefined || octal !== undefined) {
      const code =
        hex === undefined ? Number.parseInt(octal?.[0] ?? '', 8) : Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
      if (code <= 0x10ffff) return code;
      throw new RegexError('invalid escape sequence', this.#pattern.slice(start, this.#at - 1));
    }
    if (this.#peek() === 'x') {
      const read = /x(?:\{[0-9a-fA-F]*.?|[0-9a-fA-F]?.?)/suy;
      read.lastIndex = this.#at;
      const [text = ''] = read.exec(this.#pattern) ?? [];
      throw new RegexError('invalid escape sequence', `\\${text}`);
    }
    const character = this.#take();
    const code = plainEscapes.get(character);
    if (code !== undefined) return code;
    const isPunctuation = /^[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e ]$/.test(character) && character !== ' ';
    if (isPunctuation) return character.charCodeAt(0);
    throw new RegexError('invalid escape sequence', this.#pattern.slice(start, this.#at));
  }

  #characterClass(): CharacterSet {
    const start = this.#at;
    this.#at += 1;
    const isNegated = this.#accept('^');
    const ranges: (readonly [number, number])[] = [];
    const sets: CharacterSet[] = [];
    for (let isFirst = true; isFirst || this.#peek() !== ']'; isFirst = false) {
      if (this.#at >= this.#pattern.length) throw new RegexError('missing closing ]', this.#pattern.slice(start));
      const inner = this.#classWithin();
      if (inner === undefined) ranges.push(this.#classRange());
      else sets.push(inner);
    }
    this.#at += 1;
    const set: CharacterSet = { ranges, properties: [], sets, isNegated };
    return this.#flags.ignoreCase ? foldCase(set) : set;
  }

  #classWithin(): CharacterSet | undefined {
    const posix = this.#match(/\[:(\^?\w+):\]/y);
    if (posix !== undefined) {
      const set = posixClass(posix[1] ?? '');
      if (set === undefined) throw new RegexError('invalid character class range', posix[0]);
      return set;
    }
    return this.#peek() === '\\' ? this.#escapedClass() : undefined;
  }

  #classCharacter(): number {
    return this.#peek() === '\\' ? this.#escapedCharacter() : (this.#take().codePointAt(0) ?? 0);
  }

  #classRange(): readonly [number, number] {
    const start = this.#at;
    const first = this.#classCharacter();
    const isRange = this.#peek() === '-' && this.#at + 1 < this.#pattern.length && this.#pattern[this.#at + 1] !== ']';
    if (!isRange) return [first, first];
    this.#at += 1;
    const last = this.#classCharacter();
    if (last < first) throw new RegexError('invalid character class range', this.#pattern.slice(start, this.#at));
    return [first, last];
  }
}

/**
 * Parses a regular expression in RE2's syntax, with `.` matching newlines, as Prometheus does.
 *
 * @throws {@link RegexError} When the pattern is not valid.
 */
export function parseRegex(pattern: string): RegexNode {
  return new RegexParser(pattern).parse();
}

/** Parses a regular expression, and returns what is wrong with it instead of throwing. */
export function tryParseRegex(pattern: string): RegexNode | RegexError {
  try {
    return parseRegex(pattern);
  } catch (error) {
    if (error instanceof RegexError) return error;
    throw error;
  }
}
