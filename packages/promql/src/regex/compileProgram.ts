import type { Assertion, CharacterSet, RegexNode } from '../syntax/regex/ast.ts';
import { RegexError } from '../syntax/regex/RegexError.ts';

/** One step of a machine that runs all ways through an expression side by side. */
export type Instruction =
  | { readonly op: 'character'; readonly code: number; readonly next: number }
  | { readonly op: 'set'; readonly set: CharacterSet; readonly next: number }
  | { readonly op: 'any'; readonly next: number }
  | { readonly op: 'assert'; readonly assertion: Assertion; readonly next: number }
  | { readonly op: 'save'; readonly slot: number; readonly next: number }
  /** Goes both ways; the first is preferred. */
  | { readonly op: 'split'; readonly next: number; readonly other: number }
  | { readonly op: 'match' };

/** A compiled expression. */
export interface Program {
  readonly instructions: readonly Instruction[];
  readonly start: number;
  /** The names of the capturing groups from 1 on; `undefined` for one without a name. */
  readonly groups: readonly (string | undefined)[];
}

// Nested repetitions multiply; what grows beyond this is refused rather than run slowly.
const maxInstructions = 50_000;

class ProgramCompiler {
  readonly instructions: Instruction[] = [{ op: 'match' }];
  readonly groups: (string | undefined)[] = [];
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  #add(instruction: Instruction): number {
    if (this.instructions.length >= maxInstructions) throw new RegexError('expression too large', this.#pattern);
    return this.instructions.push(instruction) - 1;
  }

  /** Adds the instructions of a node that go on at `next`, and returns where they start. */
  compile(node: RegexNode, next: number): number {
    switch (node.type) {
      case 'literal': {
        const codes = [...node.text].map((character) => character.codePointAt(0) ?? 0);
        return codes.reduceRight((after, code) => this.#add({ op: 'character', code, next: after }), next);
      }
      case 'set':
        return this.#add({ op: 'set', set: node.set, next });
      case 'any':
        return this.#add({ op: 'any', next });
      case 'assertion':
        return this.#add({ op: 'assert', assertion: node.assertion, next });
      case 'concat':
        return node.nodes.reduceRight((after, part) => this.compile(part, after), next);
      case 'alternate': {
        const starts = node.nodes.map((part) => this.compile(part, next));
        const last = starts.pop() ?? next;
        return starts.reduceRight((other, start) => this.#add({ op: 'split', next: start, other }), last);
      }
      case 'repeat':
        return this.#repeat(node, next);
      case 'capture': {
        this.groups[node.index - 1] = node.name;
        const end = this.#add({ op: 'save', slot: node.index * 2 + 1, next });
        return this.#add({ op: 'save', slot: node.index * 2, next: this.compile(node.node, end) });
      }
      default:
        return next;
    }
  }

  #split(first: number, second: number, isGreedy: boolean): number {
    return this.#add({ op: 'split', next: isGreedy ? first : second, other: isGreedy ? second : first });
  }

  #repeat({ node, min, max, isGreedy }: Extract<RegexNode, { type: 'repeat' }>, next: number): number {
    let after = next;
    if (max === Number.POSITIVE_INFINITY) {
      // The loop's split is needed before its body is known; it is put in place and then filled in.
      const loop = this.#add({ op: 'match' });
      const body = this.compile(node, loop);
      this.instructions[loop] = { op: 'split', next: isGreedy ? body : next, other: isGreedy ? next : body };
      after = loop;
    } else {
      for (let count = min; count < max; count += 1) after = this.#split(this.compile(node, after), next, isGreedy);
    }
    for (let count = 0; count < min; count += 1) after = this.compile(node, after);
    return after;
  }
}

/**
 * Compiles an expression.
 *
 * @throws {@link RegexError} When it grows too large.
 */
export function compileProgram(node: RegexNode, pattern: string): Program {
  const compiler = new ProgramCompiler(pattern);
  const start = compiler.compile(node, 0);
  return { instructions: compiler.instructions, start, groups: compiler.groups };
}
