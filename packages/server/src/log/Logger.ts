/**
 * What a log line says besides its message.
 *
 * @public
 */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Where the parts of the server say what happens.
 *
 * @public
 */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/**
 * How much a log says.
 *
 * @public
 */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export const LOG_LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];
