import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server on a loopback port. */
export interface MailServer {
  readonly port: number;
  readonly mails: readonly ParsedMail[];
  /** Refuses mail, or one recipient, from now on with this status; `undefined` takes it again. */
  refuseWith(status: number | undefined, address?: string): void;
  stop(): Promise<void>;
}

/** Starts a mail server that keeps what it gets. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  let refusal: number | undefined;
  let refused: string | undefined;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
    ...options,
    onRcptTo({ address }, _session, done) {
      if (refusal === undefined || (refused !== undefined && refused !== address)) done();
      else done(Object.assign(new Error('not now'), { responseCode: refusal }));
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  smtp.on('error', () => undefined);
  const server = smtp.listen(0, '127.0.0.1') as Server;
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    refuseWith: (status, address) => {
      [refusal, refused] = [status, address];
    },
    stop: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  };
}
