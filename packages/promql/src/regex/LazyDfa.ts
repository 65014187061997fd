import type { Machine } from './Machine.ts';
import { EDGE, OTHER } from './neighbours.ts';
import { PcSet } from './PcSet.ts';

interface State {
  /** Where the program may be: what takes a character next, or, with assertions, what was reached by the last one. */
  readonly pcs: Int32Array;
  readonly before: number;
  /** By class of character; `undefined` where it was not asked for yet. */
  readonly next: (State | undefined)[];
  /** Whether the text may end here; found when first asked. */
  isAccepting: boolean | undefined;
}

// The memory that one expression may take, in places of the program; beyond it the machine forgets and starts over.
const maxRemembered = 500_000;
// When most characters need a new state, remembering them costs more than it saves.
const maxCost = 20_000;

const keyOf = (pcs: Int32Array, before: number): string => {
  let key = String.fromCharCode(before);
  for (let at = 0; at < pcs.length; at += 4096) key += String.fromCharCode(...pcs.subarray(at, at + 4096));
  return key;
};

/**
 * Runs a program as a deterministic automaton that is built while it reads, so that the time is linear in the text
 * whatever the expression.
 */
export class LazyDfa {
  readonly #machine: Machine;
  readonly #reached: PcSet;
  readonly #closed: PcSet;
  #states = new Map<string, State>();
  #remembered = 0;
  #first: State | undefined;

  constructor(machine: Machine) {
    this.#machine = machine;
    this.#reached = new PcSet(machine);
    this.#closed = new PcSet(machine);
  }

  /** Returns whether the whole text matches. */
  test(text: string): boolean {
    const machine = this.#machine;
    this.#first ??= this.#firstState();
    let state = this.#first;
    let [misses, cost] = [0, 0];
    for (let at = 0; at < text.length; at += 1) {
      let code = text.charCodeAt(at);
      if (code >= 0xd800 && code < 0xdc00) code = text.codePointAt(at) as number;
      const characterClass = machine.classOf(code);
      let next = state.next[characterClass];
      if (next === undefined) {
        misses += 1;
        cost += state.pcs.length + 1;
        if (cost > maxCost && misses * 2 > at) return this.#simulate(state, text, at);
        next = this.#step(state, characterClass);
      }
      if (next.pcs.length === 0) return false;
      if (code > 0xffff) at += 1;
      state = next;
    }
    state.isAccepting ??= this.#accepts(state.pcs, state.before);
    return state.isAccepting;
  }

  #firstState(): State {
    this.#reached.clear();
    this.#reached.add(this.#machine.start);
    return this.#stateOf(EDGE);
  }

  /** The state of what was just reached. */
  #stateOf(before: number): State {
    const { hasAssertions } = this.#machine;
    const pcs = hasAssertions ? this.#reached.sorted() : this.#close(this.#reached, before, OTHER).sorted();
    const context = hasAssertions ? before : OTHER;
    const key = keyOf(pcs, context);
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: State = { pcs, before: context, next: [], isAccepting: undefined };
    if (this.#remembered > maxRemembered) {
      this.#states = new Map();
      this.#remembered = 0;
      this.#first = undefined;
    }
    this.#states.set(key, state);
    this.#remembered += pcs.length + 16;
    return state;
  }

  #close(from: PcSet | Int32Array, before: number, after: number): PcSet {
    const [pcs, size] = from instanceof PcSet ? [from.items, from.size] : [from, from.length];
    const closed = this.#closed;
    closed.clear();
    for (let index = 0; index < size; index += 1) closed.follow(pcs[index] as number, before, after);
    return closed;
  }

  #accepts(pcs: Int32Array, before: number): boolean {
    return this.#machine.hasAssertions ? this.#close(pcs, before, EDGE).has(0) : pcs.includes(0);
  }

  /** Puts what is reached from some places by a character of a class into the set of what was reached. */
  #advance(pcs: Int32Array, size: number, characterClass: number): void {
    const machine = this.#machine;
    const reached = this.#reached;
    reached.clear();
    for (let index = 0; index < size; index += 1) {
      const pc = pcs[index] as number;
      if (machine.takes(pc, characterClass)) reached.add(machine.next[pc] as number);
    }
  }

  #step(state: State, characterClass: number): State {
    const kind = this.#machine.kindOf(characterClass);
    if (this.#machine.hasAssertions) {
      const closed = this.#close(state.pcs, state.before, kind);
      this.#advance(closed.items, closed.size, characterClass);
    } else {
      this.#advance(state.pcs, state.pcs.length, characterClass);
    }
    const next = this.#stateOf(kind);
    state.next[characterClass] = next;
    return next;
  }

  /** Reads the rest of a text without remembering states. */
  #simulate(state: State, text: string, from: number): boolean {
    return this.#machine.hasAssertions
      ? this.#simulateWithAssertions(state, text, from)
      : this.#simulatePlain(state, text, from);
  }

  #simulatePlain({ pcs }: State, text: string, from: number): boolean {
    const machine = this.#machine;
    let [current, reached] = [new PcSet(machine), this.#reached];
    current.clear();
    for (const pc of pcs) current.add(pc);
    for (let at = from; at < text.length; at += 1) {
      const code = text.codePointAt(at) as number;
      if (code > 0xffff) at += 1;
      const characterClass = machine.classOf(code);
      reached.clear();
      for (let index = 0; index < current.size; index += 1) {
        const pc = current.items[index] as number;
        if (machine.takes(pc, characterClass)) reached.follow(machine.next[pc] as number, OTHER, OTHER);
      }
      if (reached.size === 0) return false;
      [current, reached] = [reached, current];
    }
    return current.has(0);
  }

  #simulateWithAssertions(state: State, text: string, from: number): boolean {
    const machine = this.#machine;
    let before = state.before;
    this.#reached.clear();
    for (const pc of state.pcs) this.#reached.add(pc);
    for (let at = from; at < text.length; at += 1) {
      const code = text.codePointAt(at) as number;
      if (code > 0xffff) at += 1;
      const characterClass = machine.classOf(code);
      const kind = machine.kindOf(characterClass);
      const closed = this.#close(this.#reached, before, kind);
      this.#advance(closed.items, closed.size, characterClass);
      if (this.#reached.size === 0) return false;
      before = kind;
    }
    return this.#close(this.#reached, before, EDGE).has(0);
  }
}
