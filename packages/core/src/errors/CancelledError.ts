import { GlasspaneError } from './GlasspaneError.ts';

/**
 * The caller gave up: its `AbortSignal` fired. Never shown to a person.
 *
 * @public
 */
export class CancelledError extends GlasspaneError {
  override readonly name: string = 'CancelledError';

  constructor(cause?: unknown) {
    super('cancelled', 'The request was cancelled by its caller.', { cause });
  }
}
