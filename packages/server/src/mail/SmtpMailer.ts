import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect, isIP, type Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { SmtpConfig } from '../alertmanager/config/AlertmanagerConfig.ts';
import { readSecret } from '../collect/scrape/readAuthorization.ts';
import { MailError } from './MailError.ts';
import type { Mail, Mailer } from './Mailer.ts';

const CONNECT_TIMEOUT_MS = 15_000;
const IDLE_TIMEOUT_MS = 30_000;
// On this port TLS comes first; on others the mail server is asked for it.
const TLS_PORT = 465;

/** What nodemailer tells of a failure. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Sends mail over SMTP, with a connection for each mail. */
export class SmtpMailer implements Mailer {
  readonly #config: SmtpConfig;
  readonly #closing: AbortSignal;

  /** @param closing - Aborted when the server stops: what is being sent then is cut off. */
  constructor(config: SmtpConfig, closing: AbortSignal) {
    this.#config = config;
    this.#closing = closing;
  }

  async send(mail: Mail): Promise<void> {
    const { from } = this.#config;
    for (const address of [...mail.to, mail.messageId]) {
      if (/[\r\n]/.test(address)) throw new MailError('an address or id of the mail has a line break', false);
    }
    let socket: Socket | undefined;
    const cutOff = (): void => void socket?.destroy(new Error('the server stops'));
    this.#closing.addEventListener('abort', cutOff, { once: true });
    try {
      const password = this.#config.auth === undefined ? '' : await readSecret(this.#config.auth.password);
      const tls = await this.#readTls();
      this.#closing.throwIfAborted();
      socket = await this.#connect();
      const { accepted, rejected, rejectedErrors } = await this.#transport(socket, password, tls).sendMail({
        from,
        to: [...mail.to],
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        attachments: mail.attachments?.map(({ fileName, contentType, bytes }) => ({
          filename: fileName,
          contentType,
          content: Buffer.from(bytes),
        })),
        // Nobody answers a machine's mail with an automatic one.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      // No failure for nodemailer as long as anybody gets it.
      if (rejected.length > 0) throw partialError(accepted.length, rejected, rejectedErrors);
    } catch (error) {
      throw toMailError(error);
    } finally {
      this.#closing.removeEventListener('abort', cutOff);
      socket?.destroy();
    }
  }

  /** Connects by itself, because only so a connection can be cut off. */
  async #connect(): Promise<Socket> {
    const { host, port } = this.#config;
    const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_MS });
    // Until nodemailer listens, and after it no longer does, an error has to go somewhere.
    socket.on('error', () => undefined);
    socket.once('timeout', () => socket.destroy(new Error(`no connection within ${CONNECT_TIMEOUT_MS / 1000} s`)));
    try {
      await once(socket, 'connect', { signal: this.#closing });
    } catch (error) {
      socket.destroy();
      throw error;
    }
    socket.setTimeout(0);
    socket.removeAllListeners('timeout');
    return socket;
  }

  async #readTls(): Promise<ConnectionOptions> {
    const { tls, host } = this.#config;
    const { caFile, serverName = host, insecureSkipVerify = false } = tls ?? {};
    return {
      // An address is checked as one, and is no name to ask for.
      ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
      rejectUnauthorized: !insecureSkipVerify,
      ...(caFile === undefined ? {} : { ca: await readFile(caFile) }),
    };
  }

  #transport(connection: Socket, password: string, tls: ConnectionOptions): ReturnType<typeof createTransport> {
    const { host, port, hello, requireTls, auth } = this.#config;
    return createTransport({
      connection,
      host,
      port,
      name: hello,
      secure: port === TLS_PORT,
      requireTLS: requireTls,
      // As Alertmanager: where TLS is not required, it is not used either.
      ignoreTLS: !requireTls,
      tls,
      ...(auth === undefined ? {} : { auth: { user: auth.username, pass: password } }),
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: IDLE_TIMEOUT_MS,
      // A mail holds what it is given, and nothing from this machine or the network.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

function toMailError(error: unknown): MailError {
  if (error instanceof MailError) return error;
  const { code = '', responseCode, response } = (error ?? {}) as SmtpFailure;
  // 5xx says that another attempt ends the same way, unless it is about who we are: a password may be mended.
  const isPermanent = (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') || code === 'EENVELOPE';
  const isRefusedForNow = responseCode !== undefined && responseCode < 500;
  const reason = response ?? (error instanceof Error ? error.message : String(error));
  // Some servers repeat what they were sent, credentials included.
  const text =
    code === 'EAUTH' ? `the mail server refused the credentials (${responseCode ?? code})` : firstLine(reason);
  return new MailError(text, !isPermanent || isRefusedForNow, { cause: error });
}

function partialError(
  acceptedCount: number,
  rejected: readonly (string | { readonly address: string })[],
  [reason]: readonly SmtpFailure[] = [],
): MailError {
  const refused = rejected.map((recipient) => (typeof recipient === 'string' ? recipient : recipient.address));
  const text = `the mail server refused ${refused.join(', ')} (${reason?.response ?? reason?.code ?? 'no reason'}); others (${acceptedCount}) have the mail`;
  return new MailError(firstLine(text), false, { isPartial: true });
}

function firstLine(text: string): string {
  return (text.split(/[\r\n]/)[0] ?? '').slice(0, 300);
}
