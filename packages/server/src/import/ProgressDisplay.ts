import type { Clock } from '@glasspane/core';

/** Where text goes; `process.stderr` is one. */
export interface TextOutput {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** How far an import is. */
export interface ProgressState {
  readonly name: string;
  readonly bytesRead: number;
  /** Left out where nobody knows how many bytes will come. */
  readonly size: number | undefined;
  /** In this run. */
  readonly samples: number;
}

const TERMINAL_INTERVAL_MS = 200;
const LINES_INTERVAL_MS = 5_000;
const BAR_WIDTH = 20;
const CLEAR_LINE = '\r\u001b[2K';

/** Shows how far an import is: a bar on a terminal, a line every few seconds elsewhere. */
export class ProgressDisplay {
  readonly #output: TextOutput;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #intervalMs: number;
  #shownAt = Number.NEGATIVE_INFINITY;
  #startedAt: number;
  #startBytes: number | undefined;
  #hasBar = false;

  constructor(output: TextOutput, clock: Pick<Clock, 'now'>) {
    this.#output = output;
    this.#clock = clock;
    this.#startedAt = clock.now();
    this.#intervalMs = output.isTTY === true ? TERMINAL_INTERVAL_MS : LINES_INTERVAL_MS;
  }

  /** Begins with a file, or with the rest of one: what was read before the first update is not of this run. */
  start(): void {
    this.#startedAt = this.#clock.now();
    this.#startBytes = undefined;
    this.#shownAt = this.#output.isTTY === true ? Number.NEGATIVE_INFINITY : this.#startedAt;
  }

  update(state: ProgressState): void {
    this.#startBytes ??= state.bytesRead;
    const now = this.#clock.now();
    if (now - this.#shownAt < this.#intervalMs) return;
    this.#shownAt = now;
    const line = this.#describe(state, Math.max(1, now - this.#startedAt) / 1000);
    if (this.#output.isTTY !== true) {
      this.#output.write(`${line}\n`);
      return;
    }
    this.#output.write(`${CLEAR_LINE}${line.slice(0, (this.#output.columns ?? 80) - 1)}`);
    this.#hasBar = true;
  }

  /** Prints a line of its own. */
  say(text: string): void {
    this.end();
    this.#output.write(`${text}\n`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#hasBar) this.#output.write(CLEAR_LINE);
    this.#hasBar = false;
  }

  #describe({ name, bytesRead, size, samples }: ProgressState, seconds: number): string {
    const rate = `${formatCount(samples)} samples, ${formatCount(samples / seconds)}/s`;
    if (size === undefined) return `${name}: ${formatBytes(bytesRead)}, ${rate}`;
    const share = size === 0 ? 1 : Math.min(1, bytesRead / size);
    const bytesPerSecond = (bytesRead - (this.#startBytes ?? 0)) / seconds;
    const left = bytesPerSecond > 0 ? `, ${formatSeconds((size - bytesRead) / bytesPerSecond)} left` : '';
    const filled = Math.floor(share * BAR_WIDTH);
    const bar = this.#output.isTTY === true ? `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ` : '';
    return `${name}: ${bar}${Math.floor(share * 100)} % of ${formatBytes(size)}, ${rate}${left}`;
  }
}

/** Writes a whole number with commas. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let value = bytes;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
