import { GlasspaneError } from '@glasspane/core';

/**
 * The store could not make a batch durable. Nothing of the batch was kept, and sending it again is safe.
 *
 * @public
 */
export class StoreWriteError extends GlasspaneError {
  override readonly name: string = 'StoreWriteError';

  constructor(cause: unknown) {
    super(
      'unavailable',
      `The samples could not be written to disk, none was kept: ${messageOf(cause)}. Free space or repair the disk, then send them again.`,
      { cause },
    );
  }
}

/**
 * The store's folder cannot be used: another process has it, or it cannot be read or written.
 *
 * @public
 */
export class StoreOpenError extends GlasspaneError {
  override readonly name: string = 'StoreOpenError';
}

/** Makes the error of every call that comes when the store is closed. */
export function closedError(): GlasspaneError {
  return new GlasspaneError('unavailable', 'The store is closed because the server stops.');
}

/** Returns what an error says, on one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s*\n\s*/g, ' ');
}
