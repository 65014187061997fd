import { parseArgs } from 'node:util';

/**
 * @typedef {object} StartOptions
 * @property {number} port - Of the page.
 * @property {string} data - The backend's folder.
 * @property {number} restartDelayMs - Before the first attempt to restart a backend that died.
 */

/**
 * @param {readonly string[]} args - Of the command line.
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartOptions}
 * @throws {Error} When an argument is unknown or no number; the message says which.
 */
export function parseStartOptions(args, env) {
  const { values } = parseArgs({
    args: [...args],
    options: { port: { type: 'string' }, data: { type: 'string' }, 'restart-delay': { type: 'string' } },
  });
  const port = toNumber('The port', values.port ?? env.PORT ?? '4400');
  if (!Number.isInteger(port) || port > 65_535) throw new Error(`The port must be between 0 and 65535, not ${port}.`);
  return {
    port,
    data: values.data ?? env.GLASSPANE_DATA ?? '.data',
    restartDelayMs: 1000 * toNumber('--restart-delay (seconds)', values['restart-delay'] ?? '1'),
  };
}

/**
 * @param {string} what
 * @param {string} text
 */
function toNumber(what, text) {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new Error(`${what} must be a number, not "${text}".`);
  }
  return value;
}
