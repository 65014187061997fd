/** A mail was not sent. The message never holds a password. */
export class MailError extends Error {
  override readonly name: string = 'MailError';
  /** Whether the same mail may be taken later. */
  readonly isTemporary: boolean;
  /** Whether some of the recipients have it: sent again, it would reach them twice. */
  readonly isPartial: boolean;

  constructor(
    message: string,
    isTemporary: boolean,
    options: { readonly cause?: unknown; readonly isPartial?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.isTemporary = isTemporary;
    this.isPartial = options.isPartial ?? false;
  }
}
