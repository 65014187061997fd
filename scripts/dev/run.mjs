import { spawn } from 'node:child_process';
import { root } from './workspace.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] - Added to this process's environment.
 * @property {boolean} [capture] - Collects the output instead of showing it.
 * @property {string} [cwd] - The workspace's folder where not given.
 */

/**
 * Runs a command to its end. A SIGTERM to this process ends the child first. (Ctrl-C in a terminal reaches both.)
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} its exit code (1 where a signal ended it or it cannot be started).
 */
export function run(command, args, { env, capture = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...(capture ? { NO_COLOR: '1', FORCE_COLOR: '0' } : {}), ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    let isTerminated = false;
    const terminate = () => {
      isTerminated = true;
      child.kill('SIGTERM');
    };
    process.once('SIGTERM', terminate);
    const done = (/** @type {number} */ code) => {
      process.off('SIGTERM', terminate);
      resolve({ code, output });
      // Now it is this process's turn, unless it has a handler of its own.
      if (isTerminated) process.kill(process.pid, 'SIGTERM');
    };
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`;
      if (!capture) console.error(`${command}: ${error.message}`);
      done(1);
    });
    child.on('close', (code) => done(code ?? 1));
  });
}
