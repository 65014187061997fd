import { type Assertion, type CharacterSet, hasCharacter } from '../syntax/regex/ast.ts';
import type { Program } from './compileProgram.ts';
import { holds, neighbourOf } from './neighbours.ts';

/** What an instruction does, as a number. */
export const SPLIT = 0;
export const SAVE = 1;
export const ASSERT = 2;
const CHARACTER = 3;
const SET = 4;
const ANY = 5;
export const MATCH = 6;

const ops = {
  split: SPLIT,
  save: SAVE,
  assert: ASSERT,
  character: CHARACTER,
  set: SET,
  any: ANY,
  match: MATCH,
} as const;

const keyOf = ({ ranges, properties, sets, isNegated }: CharacterSet): string =>
  `${isNegated ? '^' : ''}${ranges.join(';')}/${properties.join('/')}[${sets.map(keyOf).join('')}]`;

// The classes of characters that are remembered; beyond it, those of rare characters are found again.
const maxKnown = 10_000;

/**
 * A program in columns, and the classes of characters that it tells apart. Characters of one class are the same to every
 * instruction, so that whatever runs the program only has to learn what a class does.
 */
export class Machine {
  readonly length: number;
  readonly start: number;
  readonly groups: Program['groups'];
  readonly hasAssertions: boolean;
  readonly op: Uint8Array;
  readonly next: Int32Array;
  /** The second way of a split, the slot of a save, the character or the set that is taken. */
  readonly extra: Int32Array;
  readonly #assertions: Assertion[] = [];
  readonly #sets: CharacterSet[] = [];
  readonly #characters = new Set<number>();
  readonly #ascii: Int32Array = new Int32Array(128).fill(-1);
  readonly #known = new Map<number, number>();
  readonly #classes = new Map<string, number>();
  /** For each class one character of it, its neighbour kind, and the sets that hold it. */
  readonly #codes: number[] = [];
  readonly #kinds: number[] = [];
  readonly #held: Uint8Array[] = [];

  constructor({ instructions, start, groups }: Program) {
    this.length = instructions.length;
    this.start = start;
    this.groups = groups;
    this.op = new Uint8Array(this.length);
    this.next = new Int32Array(this.length);
    this.extra = new Int32Array(this.length);
    // Equal sets are one: every character is looked up in each of them.
    const sets = new Map<string, number>();
    instructions.forEach((instruction, pc) => {
      this.op[pc] = ops[instruction.op];
      if ('next' in instruction) this.next[pc] = instruction.next;
      if (instruction.op === 'split') this.extra[pc] = instruction.other;
      if (instruction.op === 'save') this.extra[pc] = instruction.slot;
      if (instruction.op === 'assert') this.extra[pc] = this.#assertions.push(instruction.assertion) - 1;
      if (instruction.op === 'character') {
        this.extra[pc] = instruction.code;
        this.#characters.add(instruction.code);
      }
      if (instruction.op !== 'set') return;
      const key = keyOf(instruction.set);
      const index = sets.get(key) ?? this.#sets.push(instruction.set) - 1;
      sets.set(key, index);
      this.extra[pc] = index;
    });
    this.hasAssertions = this.#assertions.length > 0;
  }

  /** The class of a character. */
  classOf(code: number): number {
    if (code < 128) {
      const known = this.#ascii[code] as number;
      if (known >= 0) return known;
      const found = this.#classify(code);
      this.#ascii[code] = found;
      return found;
    }
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    if (this.#known.size >= maxKnown) this.#known.clear();
    const found = this.#classify(code);
    this.#known.set(code, found);
    return found;
  }

  #classify(code: number): number {
    const held = Uint8Array.from(this.#sets, (set) => (hasCharacter(set, code) ? 1 : 0));
    const kind = this.hasAssertions ? neighbourOf(code) : 0;
    const key = `${this.#characters.has(code) ? code : ''}:${kind}:${held.join('')}`;
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const added = this.#codes.push(code) - 1;
    this.#kinds.push(kind);
    this.#held.push(held);
    this.#classes.set(key, added);
    return added;
  }

  /** What kind of neighbour the characters of a class are; all the same to a program without assertions. */
  kindOf(characterClass: number): number {
    return this.#kinds[characterClass] as number;
  }

  /** Whether an instruction takes the characters of a class. */
  takes(pc: number, characterClass: number): boolean {
    const op = this.op[pc];
    if (op === CHARACTER) return this.extra[pc] === this.#codes[characterClass];
    return op === ANY || (op === SET && this.#held[characterClass]?.[this.extra[pc] as number] === 1);
  }

  /** Whether an assertion is fulfilled between two neighbours. */
  holds(pc: number, before: number, after: number): boolean {
    return holds(this.#assertions[this.extra[pc] as number] as Assertion, before, after);
  }
}
