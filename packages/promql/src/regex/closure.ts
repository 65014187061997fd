import { type Assertion, hasCharacter } from '../syntax/regex/ast.ts';
import type { Instruction, Program } from './compileProgram.ts';

/** What kind of character stands on one side of a place in the text. */
export type Neighbour = 'edge' | 'newline' | 'word' | 'other';

/** Returns the kind of a character, or of the edge of the text for `undefined`. */
export function neighbourOf(code: number | undefined): Neighbour {
  if (code === undefined) return 'edge';
  if (code === 10) return 'newline';
  const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
  return isWord ? 'word' : 'other';
}

/** Returns whether an assertion is fulfilled between two neighbours. */
export function holds(assertion: Assertion, before: Neighbour, after: Neighbour): boolean {
  switch (assertion) {
    case 'textStart':
      return before === 'edge';
    case 'textEnd':
      return after === 'edge';
    case 'lineStart':
      return before === 'edge' || before === 'newline';
    case 'lineEnd':
      return after === 'edge' || after === 'newline';
    default:
      return ((before === 'word') !== (after === 'word')) === (assertion === 'wordBoundary');
  }
}

/** Returns whether the instruction takes the character. */
export function takes(instruction: Instruction, code: number): boolean {
  if (instruction.op === 'character') return instruction.code === code;
  return instruction.op === 'any' || (instruction.op === 'set' && hasCharacter(instruction.set, code));
}

/**
 * Follows everything that takes no character, in order of preference.
 *
 * @param visit - Called for each instruction that takes a character or accepts, once.
 */
export function follow(
  { instructions }: Program,
  start: number,
  context: { readonly seen: Uint8Array; readonly before: Neighbour; readonly after: Neighbour },
  visit: (pc: number) => void,
): void {
  const { seen, before, after } = context;
  const stack = [start];
  for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
    if (seen[pc] === 1) continue;
    seen[pc] = 1;
    const instruction = instructions[pc];
    switch (instruction?.op) {
      case 'split':
        stack.push(instruction.other, instruction.next);
        break;
      case 'save':
        stack.push(instruction.next);
        break;
      case 'assert':
        if (holds(instruction.assertion, before, after)) stack.push(instruction.next);
        break;
      default:
        visit(pc);
    }
  }
}
