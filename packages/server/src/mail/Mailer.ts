/** A file that goes with a mail. */
export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** One mail. Its sender is the server's own. */
export interface Mail {
  /** Addresses: `ops@example.com`, `Ops <ops@example.com>`. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  readonly attachments?: readonly MailAttachment[] | undefined;
  /** The same for every attempt, so that a mail that arrives twice can be known: `<id@host>`. */
  readonly messageId: string;
}

/** Sends mail. */
export interface Mailer {
  /**
   * Resolves once a mail server has taken the mail for all its recipients.
   *
   * @throws `MailError` When it did not; it says whether another attempt may help, and whether some have it nevertheless.
   */
  send(mail: Mail): Promise<void>;
}
