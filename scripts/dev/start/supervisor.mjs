import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * @typedef {object} SupervisorOptions
 * @property {string} name - What people are told it is: `backend`.
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} [cwd]
 * @property {() => Promise<boolean>} isReady - Whether the process answers.
 * @property {(line: string) => void} say - Is told what happens.
 * @property {number} restartDelayMs - Doubles with each attempt, up to half a minute.
 * @property {number} [readyTimeoutMs]
 * @property {number} [stopTimeoutMs] - How long the process may take to stop before it is killed.
 */

const maxDelayMs = 30_000;
const maxAttempts = 8;

/** Keeps one process running: waits until it answers, restarts it when it dies, stops it when asked to. */
export class Supervisor {
  /** @type {SupervisorOptions} */
  #options;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #stopping = new AbortController();
  /** @type {(reason: string) => void} */
  #giveUp = () => {};

  /**
   * Resolves with the reason once the process can no longer be kept running.
   *
   * @type {Promise<string>}
   */
  failed = new Promise((resolve) => {
    this.#giveUp = resolve;
  });

  /** @param {SupervisorOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Starts the process. It is not tried again when this first start fails: then something is wrong that stays wrong.
   *
   * @returns {Promise<void>} once the process answers.
   * @throws {Error} When it dies first or takes too long.
   */
  async start() {
    await this.#launch();
  }

  /** From now on the process may end, and is not started again. */
  expectEnd() {
    this.#stopping.abort();
  }

  /** Ends the process and waits for it. */
  async stop() {
    this.expectEnd();
    const child = this.#child;
    if (child === undefined || hasEnded(child)) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#options.stopTimeoutMs ?? 10_000);
    await ended;
    clearTimeout(timer);
  }

  async #launch() {
    const { name, command, args, cwd, say } = this.#options;
    if (this.#stopping.signal.aborted) throw new Error(`The ${name} is to stop, not to start.`);
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    this.#child = child;
    let end = '';
    child.once('error', (error) => {
      end = `cannot be started: ${error.message}`;
    });
    child.once('exit', (code, signal) => {
      end = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`;
    });
    await this.#untilReady(() => end);
    say(`The ${name} runs as process ${child.pid}.`);
    const restart = () => void this.#restart(`The ${name} ${end}.`);
    if (end === '') child.once('exit', restart);
    else restart();
  }

  /** @param {() => string} endOf - How the process ended, once it has. */
  async #untilReady(endOf) {
    const deadline = Date.now() + (this.#options.readyTimeoutMs ?? 60_000);
    while (!(await this.#options.isReady())) {
      const end = endOf();
      if (end !== '') throw new Error(`The ${this.#options.name} ${end} before it answered.`);
      if (Date.now() > deadline) {
        this.#child?.kill('SIGKILL');
        throw new Error(`The ${this.#options.name} runs but does not answer.`);
      }
      await sleep(50);
    }
  }

  /** @param {string} reason */
  async #restart(reason) {
    const { say, restartDelayMs } = this.#options;
    let why = reason;
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      if (this.#stopping.signal.aborted) return;
      const delayMs = Math.min(restartDelayMs * 2 ** attempt, maxDelayMs);
      say(`${why} Starting it again in ${delayMs / 1000} s.`);
      try {
        await sleep(delayMs, undefined, { signal: this.#stopping.signal });
        await this.#launch();
        return;
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        why = error instanceof Error ? error.message : String(error);
      }
    }
    this.#giveUp(`${why} Gave up after ${maxAttempts} attempts.`);
  }
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}
