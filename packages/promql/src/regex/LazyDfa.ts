import { follow, type Neighbour, neighbourOf, takes } from './closure.ts';
import type { Program } from './compileProgram.ts';

interface State {
  readonly pcs: readonly number[];
  readonly before: Neighbour;
  readonly next: Map<number, State>;
  /** Whether the text may end here; found when first asked. */
  isAccepting: boolean | undefined;
}

// The memory that one expression may take; beyond it the machine forgets and starts over.
const maxTransitions = 20_000;

/**
 * Runs a program as a deterministic automaton that is built while it reads, so that the time is linear in the text
 * whatever the expression.
 */
export class LazyDfa {
  readonly #program: Program;
  readonly #hasAssertions: boolean;
  #states = new Map<string, State>();
  #transitions = 0;

  constructor(program: Program) {
    this.#program = program;
    this.#hasAssertions = program.instructions.some(({ op }) => op === 'assert');
  }

  /** Returns whether the whole text matches. */
  test(text: string): boolean {
    let state = this.#stateOf([this.#program.start], 'edge');
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at += 1;
      state = state.next.get(code) ?? this.#step(state, code);
      if (state.pcs.length === 0) return false;
    }
    state.isAccepting ??= this.#closure(state, 'edge').some((pc) => this.#program.instructions[pc]?.op === 'match');
    return state.isAccepting;
  }

  #stateOf(pcs: readonly number[], before: Neighbour): State {
    const context = this.#hasAssertions ? before : 'other';
    const key = `${context}:${pcs.join()}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const state: State = { pcs, before: context, next: new Map(), isAccepting: undefined };
    this.#states.set(key, state);
    return state;
  }

  #closure({ pcs, before }: State, after: Neighbour): number[] {
    const reached: number[] = [];
    const context = { seen: new Uint8Array(this.#program.instructions.length), before, after };
    for (const pc of pcs) follow(this.#program, pc, context, (found) => reached.push(found));
    return reached;
  }

  #step(state: State, code: number): State {
    if (this.#transitions >= maxTransitions) {
      this.#states = new Map();
      this.#transitions = 0;
    }
    const kind = neighbourOf(code);
    const pcs = new Set<number>();
    for (const pc of this.#closure(state, kind)) {
      const instruction = this.#program.instructions[pc];
      if (instruction !== undefined && 'next' in instruction && takes(instruction, code)) pcs.add(instruction.next);
    }
    const next = this.#stateOf(
      [...pcs].sort((a, b) => a - b),
      kind,
    );
    state.next.set(code, next);
    this.#transitions += 1;
    return next;
  }
}
