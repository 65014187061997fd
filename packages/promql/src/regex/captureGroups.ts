import { ASSERT, MATCH, type Machine, SAVE, SPLIT } from './Machine.ts';
import { EDGE } from './neighbours.ts';

/** Ways through a program side by side, the preferred one first: where each is, and where its groups start and end. */
class Threads {
  readonly pcs: Int32Array;
  readonly slots: (readonly number[])[] = [];
  size = 0;

  constructor(machine: Machine) {
    this.pcs = new Int32Array(machine.length);
  }

  add(pc: number, slots: readonly number[]): void {
    this.pcs[this.size] = pc;
    this.slots[this.size] = slots;
    this.size += 1;
  }
}

/** A place in the text, and the kinds of characters on its sides. */
interface Place {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

class GroupRun {
  readonly #machine: Machine;
  readonly #marks: Int32Array;
  #mark = 0;
  readonly #stack: number[] = [];
  readonly #slotStack: (readonly number[])[] = [];

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#marks = new Int32Array(machine.length);
  }

  /** Follows everything that takes no character, and notes on the way where groups begin and end. */
  #follow(from: Threads, to: Threads, place: Place): void {
    to.size = 0;
    this.#mark += 1;
    for (let index = 0; index < from.size; index += 1) {
      this.#stack.push(from.pcs[index] as number);
      this.#slotStack.push(from.slots[index] as readonly number[]);
      this.#drain(to, place);
    }
  }

  #drain(to: Threads, { at, before, after }: Place): void {
    const { op, next, extra } = this.#machine;
    const [stack, slotStack, marks] = [this.#stack, this.#slotStack, this.#marks];
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      let slots = slotStack.pop() as readonly number[];
      if (marks[pc] === this.#mark) continue;
      marks[pc] = this.#mark;
      const kind = op[pc];
      if (kind === SPLIT) {
        stack.push(extra[pc] as number, next[pc] as number);
        slotStack.push(slots, slots);
      } else if (kind === SAVE || (kind === ASSERT && this.#machine.holds(pc, before, after))) {
        if (kind === SAVE) {
          const saved = slots.slice();
          saved[extra[pc] as number] = at;
          slots = saved;
        }
        stack.push(next[pc] as number);
        slotStack.push(slots);
      } else if (kind !== ASSERT) {
        to.add(pc, slots);
      }
    }
  }

  /** Returns the starts and ends of the groups of the preferred match, by slot. */
  run(text: string): readonly number[] | undefined {
    const machine = this.#machine;
    const [threads, reached] = [new Threads(machine), new Threads(machine)];
    threads.add(machine.start, []);
    let before = EDGE;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) as number;
      const characterClass = machine.classOf(code);
      const kind = machine.kindOf(characterClass);
      this.#follow(threads, reached, { at, before, after: kind });
      threads.size = 0;
      for (let index = 0; index < reached.size; index += 1) {
        const pc = reached.pcs[index] as number;
        if (machine.takes(pc, characterClass)) {
          threads.add(machine.next[pc] as number, reached.slots[index] as readonly number[]);
        }
      }
      if (threads.size === 0) return undefined;
      before = kind;
      if (code > 0xffff) at += 1;
    }
    this.#follow(threads, reached, { at: text.length, before, after: EDGE });
    const winner = reached.pcs.subarray(0, reached.size).findIndex((pc) => machine.op[pc] === MATCH);
    return reached.slots[winner];
  }
}

/**
 * Matches the whole text and returns what each group took, by number (from 0, the whole) and by name; a group that took
 * no part has none. Where there are several ways to match, the preferred one counts, as in Perl. Linear in the text.
 */
export function captureGroups(machine: Machine, text: string): ReadonlyMap<string, string> | undefined {
  const slots = new GroupRun(machine).run(text);
  return slots === undefined ? undefined : readGroups(text, slots, machine.groups);
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
    // Of groups of one name the first that took part counts.
    if (name !== undefined && !found.has(name)) found.set(name, part);
  });
  return found;
}
