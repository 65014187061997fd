import { type ErrorCode, GlasspaneError } from '../errors/GlasspaneError.ts';

/**
 * Recording failed: a call was wrong, the backend refused samples, or it is away.
 *
 * The code is that of the cause: `invalid` for a wrong call, `unreachable`, `unavailable` … for a backend that is away.
 *
 * @public
 */
export class RecordError extends GlasspaneError {
  override readonly name: string = 'RecordError';
  /** How many samples are lost for good; 0 while they are kept to be sent again. */
  readonly lost: number;
  /** What failed, where several things did; else this error alone. */
  readonly errors: readonly RecordError[];

  constructor(
    code: ErrorCode,
    message: string,
    {
      cause,
      lost,
      errors,
    }: { readonly cause?: unknown; readonly lost: number; readonly errors?: readonly RecordError[] | undefined },
  ) {
    super(code, message, { cause });
    this.lost = lost;
    this.errors = errors ?? [this];
  }
}
