import type { LogFields, Logger } from './Logger.ts';

const MAX_LINES = 20;

/** Says the same of many things, in a line each; of more than 20, how many are left out. */
export function logEach(log: Pick<Logger, 'info'>, message: string, entries: readonly LogFields[]): void {
  for (const fields of entries.slice(0, MAX_LINES)) log.info(message, fields);
  if (entries.length > MAX_LINES) log.info(`${message}: more of them`, { count: entries.length - MAX_LINES });
}
