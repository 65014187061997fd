import { ASSERT, type Machine, SAVE, SPLIT } from './Machine.ts';

/** Places in a program, each once, in the order in which they were added. Clearing it is free. */
export class PcSet {
  readonly items: Int32Array;
  size = 0;
  readonly #machine: Machine;
  readonly #marks: Int32Array;
  readonly #stack: number[] = [];
  #mark = 0;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.items = new Int32Array(machine.length);
    this.#marks = new Int32Array(machine.length);
  }

  clear(): void {
    this.size = 0;
    this.#mark += 1;
  }

  add(pc: number): void {
    if (this.#marks[pc] === this.#mark) return;
    this.#marks[pc] = this.#mark;
    this.items[this.size] = pc;
    this.size += 1;
  }

  /** Follows everything that takes no character, and adds what does, and the end of the program. */
  follow(start: number, before: number, after: number): void {
    const { op, next, extra } = this.#machine;
    const stack = this.#stack;
    stack.push(start);
    for (let pc = stack.pop(); pc !== undefined; pc = stack.pop()) {
      if (this.#marks[pc] === this.#mark) continue;
      this.#marks[pc] = this.#mark;
      const kind = op[pc];
      if (kind === SPLIT) stack.push(extra[pc] as number, next[pc] as number);
      else if (kind === SAVE) stack.push(next[pc] as number);
      else if (kind !== ASSERT) {
        this.items[this.size] = pc;
        this.size += 1;
      } else if (this.#machine.holds(pc, before, after)) stack.push(next[pc] as number);
    }
  }

  has(pc: number): boolean {
    return this.#marks[pc] === this.#mark;
  }

  /** What is in it now, in the order of the program. */
  sorted(): Int32Array {
    return this.items.slice(0, this.size).sort();
  }
}
