import type { Clock } from '@glasspane/core';
import type { LiveEvent } from './LiveHub.ts';

/** Passes events on at once when none came lately, and otherwise joins them and passes them on at the end of a pause. */
export class Coalescer {
  readonly #clock: Pick<Clock, 'setTimeout'>;
  readonly #pauseMs: number;
  readonly #emit: (event: LiveEvent) => void;
  #pending: LiveEvent | undefined;
  #cancelPause: (() => void) | undefined;

  constructor(clock: Pick<Clock, 'setTimeout'>, pauseMs: number, emit: (event: LiveEvent) => void) {
    this.#clock = clock;
    this.#pauseMs = pauseMs;
    this.#emit = emit;
  }

  push(event: LiveEvent): void {
    if (this.#cancelPause === undefined) this.#send(event);
    else this.#pending = joinEvents(this.#pending, event);
  }

  stop(): void {
    this.#cancelPause?.();
    this.#cancelPause = undefined;
    this.#pending = undefined;
  }

  #send(event: LiveEvent): void {
    this.#cancelPause = this.#clock.setTimeout(() => this.#onPauseEnd(), this.#pauseMs);
    this.#emit(event);
  }

  #onPauseEnd(): void {
    const event = this.#pending;
    this.#pending = undefined;
    this.#cancelPause = undefined;
    if (event !== undefined) this.#send(event);
  }
}

/** Makes one event of two. */
export function joinEvents(earlier: LiveEvent | undefined, later: LiveEvent): LiveEvent {
  if (earlier === undefined) return later;
  const selectors = [...new Set([...earlier.selectors, ...later.selectors])].sort((one, other) => one - other);
  return { timeMs: Math.max(earlier.timeMs, later.timeMs), selectors };
}
