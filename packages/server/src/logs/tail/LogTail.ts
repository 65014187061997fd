import type { Clock } from '@glasspane/core';
import type { StoredLog } from '../LogSearch.ts';

/** What a follower is told at once. */
export interface TailBatch {
  readonly logs: readonly StoredLog[];
  /** How many more there were. */
  readonly dropped: number;
}

/** How much waits for a follower until it is told; what is more is counted and dropped, the newest last. */
export interface TailLimits {
  readonly pauseMs: number;
  readonly maxLines: number;
  readonly maxBytes: number;
}

/** Collects lines for one follower, so that it hears of many at once, and keeps a bounded number while it does not listen. */
export class LogTail {
  readonly #clock: Clock;
  readonly #limits: TailLimits;
  readonly #deliver: (batch: TailBatch) => void;
  readonly #isReady: () => boolean;
  #logs: StoredLog[] = [];
  #bytes = 0;
  #dropped = 0;
  #cancelTimer: (() => void) | undefined;

  /** @param isReady - Whether the follower takes more now; asked again when {@link resume} is called. */
  constructor(clock: Clock, limits: TailLimits, follower: { deliver(batch: TailBatch): void; isReady(): boolean }) {
    this.#clock = clock;
    this.#limits = limits;
    this.#deliver = (batch) => follower.deliver(batch);
    this.#isReady = () => follower.isReady();
  }

  push(logs: readonly StoredLog[]): void {
    const { maxLines, maxBytes } = this.#limits;
    for (const log of logs) {
      const bytes = sizeOf(log);
      if (this.#logs.length >= maxLines || this.#bytes + bytes > maxBytes) this.#dropped += 1;
      else {
        this.#logs.push(log);
        this.#bytes += bytes;
      }
    }
    if (logs.length > 0) this.#arm();
  }

  /** The follower takes more again. */
  resume(): void {
    if (this.#logs.length + this.#dropped > 0) this.#arm();
  }

  stop(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#logs = [];
  }

  #arm(): void {
    this.#cancelTimer ??= this.#clock.setTimeout(() => {
      this.#cancelTimer = undefined;
      if (this.#isReady()) this.#flush();
    }, this.#limits.pauseMs);
  }

  #flush(): void {
    const batch = { logs: this.#logs, dropped: this.#dropped };
    this.#logs = [];
    this.#bytes = 0;
    this.#dropped = 0;
    this.#deliver(batch);
  }
}

/** With its labels, which are told with every line and may be far longer than it. */
function sizeOf({ line, labels, metadata = {} }: StoredLog): number {
  const texts = [...Object.entries(labels), ...Object.entries(metadata)].flat();
  return texts.reduce((sum, text) => sum + text.length, line.length);
}
