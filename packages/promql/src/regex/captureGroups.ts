import { holds, type Neighbour, neighbourOf, takes } from './closure.ts';
import type { Program } from './compileProgram.ts';

interface Thread {
  readonly pc: number;
  /** Start and end of each group, by slot. */
  readonly slots: readonly number[];
}

/**
 * Matches the whole text and returns what each group took, by number (from 0, the whole) and by name; a group that took
 * no part has none. Where there are several ways to match, the preferred one counts, as in Perl. Linear in the text.
 */
export function captureGroups(program: Program, text: string): ReadonlyMap<string, string> | undefined {
  const { instructions, groups } = program;
  let threads: Thread[] = [{ pc: program.start, slots: [] }];
  for (let at = 0, before = neighbourOf(undefined); ; ) {
    const code = text.codePointAt(at);
    const after = neighbourOf(code);
    const seen = new Uint8Array(instructions.length);
    const reached: Thread[] = [];
    for (const thread of threads) advance(program, thread, { seen, before, after, at }, reached);
    if (code === undefined) {
      const winner = reached.find(({ pc }) => instructions[pc]?.op === 'match');
      return winner === undefined ? undefined : readGroups(text, winner.slots, groups);
    }
    threads = reached.flatMap(({ pc, slots }) => {
      const instruction = instructions[pc];
      return instruction !== undefined && 'next' in instruction && takes(instruction, code)
        ? [{ pc: instruction.next, slots }]
        : [];
    });
    if (threads.length === 0) return undefined;
    before = after;
    at += code > 0xffff ? 2 : 1;
  }
}

/** Follows everything that takes no character, and notes on the way where groups begin and end. */
function advance(
  program: Program,
  thread: Thread,
  context: { readonly seen: Uint8Array; readonly before: Neighbour; readonly after: Neighbour; readonly at: number },
  reached: Thread[],
): void {
  const stack = [thread];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { pc, slots } = top;
    const instruction = program.instructions[pc];
    if (context.seen[pc] === 1 || instruction === undefined) continue;
    if (instruction.op === 'split') {
      context.seen[pc] = 1;
      stack.push({ pc: instruction.other, slots }, { pc: instruction.next, slots });
    } else if (instruction.op === 'save') {
      context.seen[pc] = 1;
      const saved = slots.slice();
      saved[instruction.slot] = context.at;
      stack.push({ pc: instruction.next, slots: saved });
    } else if (instruction.op === 'assert') {
      context.seen[pc] = 1;
      if (holds(instruction.assertion, context.before, context.after)) stack.push({ pc: instruction.next, slots });
    } else {
      context.seen[pc] = 1;
      reached.push({ pc, slots });
    }
  }
}

function readGroups(
  text: string,
  slots: readonly number[],
  names: readonly (string | undefined)[],
): ReadonlyMap<string, string> {
  const found = new Map([['0', text]]);
  names.forEach((name, index) => {
    const [start, end] = [slots[index * 2 + 2], slots[index * 2 + 3]];
    if (start === undefined || end === undefined) return;
    const part = text.slice(start, end);
    found.set(String(index + 1), part);
    if (name !== undefined) found.set(name, part);
  });
  return found;
}
