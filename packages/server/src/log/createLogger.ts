import { formatLogfmt } from './formatLogfmt.ts';
import { LOG_LEVELS, type LogFields, type Logger, type LogLevel } from './Logger.ts';

/**
 * Makes a logger that writes one logfmt line a message: `time=… level=info msg="…" key=value`.
 *
 * @param write - Gets each line, its line break included.
 *
 * @public
 */
export function createLogger(level: LogLevel, write: (line: string) => void): Logger {
  const threshold = LOG_LEVELS.indexOf(level);
  const at =
    (own: Exclude<LogLevel, 'silent'>) =>
    (message: string, fields: LogFields = {}): void => {
      if (LOG_LEVELS.indexOf(own) < threshold) return;
      const pairs = [
        ['time', new Date().toISOString()],
        ['level', own],
        ['msg', message],
        ...Object.entries(fields),
      ] as const;
      write(`${formatLogfmt(pairs)}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
