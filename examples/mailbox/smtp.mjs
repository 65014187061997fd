import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/**
 * Takes mail from this machine, for anybody, without asking who sends it.
 *
 * @param {number} port
 * @param {import('./Messages.mjs').Messages} messages
 * @returns {Promise<() => Promise<void>>} the function that ends it.
 */
export function startSmtp(port, messages) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        messages.add({
          channel: 'email',
          to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          key: mail.messageId ?? '',
          attachments: mail.attachments.map(({ filename, contentType, content }) => ({
            fileName: filename ?? 'attachment',
            contentType,
            bytes: content,
          })),
        });
        done();
      }, done);
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that breaks off is the client's affair.
      server.on('error', () => undefined);
      resolve(() => new Promise((done) => server.close(done)));
    });
  });
}
