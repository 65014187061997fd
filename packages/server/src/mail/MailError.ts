/** A mail was not sent. The message never holds a password. */
export class MailError extends Error {
  override readonly name: string = 'MailError';
  /** Whether the same mail may be taken later. */
  readonly isTemporary: boolean;

  constructor(message: string, isTemporary: boolean, cause?: unknown) {
    super(message, { cause });
    this.isTemporary = isTemporary;
  }
}
