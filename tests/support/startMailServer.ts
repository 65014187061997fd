import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that takes everything. */
export interface RunningMailServer {
  /** `127.0.0.1:2525` */
  readonly address: string;
  /** What arrived so far. */
  readonly mails: readonly ParsedMail[];
  stop(): Promise<void>;
}

/** Starts a real SMTP server on a free loopback port. */
export async function startMailServer(): Promise<RunningMailServer> {
  const mails: ParsedMail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  // A client that breaks off is the client's affair.
  smtp.on('error', () => undefined);
  const listener = smtp.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    address: `127.0.0.1:${(listener.address() as AddressInfo).port}`,
    mails,
    stop: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
}
