import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SmtpConfig } from '../../packages/server/src/alertmanager/config/AlertmanagerConfig.ts';
import type { Mail } from '../../packages/server/src/mail/Mailer.ts';
import { SmtpMailer } from '../../packages/server/src/mail/SmtpMailer.ts';
import { describeWith } from '../support/describeWith.ts';
import { type MailServer, startMailServer } from './startMailServer.ts';

const PASSWORD = 'S3CRET-password';
const MAIL: Mail = { to: ['ops@example.com'], subject: 'Grüße', text: 'Hello', messageId: '<key@example.com>' };

let server: MailServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

function mailer(more: Partial<SmtpConfig> = {}, closing = new AbortController().signal): SmtpMailer {
  const { port = 0 } = server ?? {};
  return new SmtpMailer(
    { host: '127.0.0.1', port, from: 'Glasspane <gp@example.com>', hello: 'localhost', requireTls: false, ...more },
    closing,
  );
}

describe('SmtpMailer', () => {
  it('sends text, page and files under the id that it is given', async () => {
    server = await startMailServer();
    const bytes = Uint8Array.of(0, 1, 254, 255);
    const attachments = [{ fileName: 'bericht ä.pdf', contentType: 'application/pdf', bytes }];
    await mailer().send({ ...MAIL, to: ['a@example.com', 'B <b@example.com>'], html: '<p>Hello</p>', attachments });
    expect(server.mails).toMatchObject([
      {
        messageId: '<key@example.com>',
        subject: 'Grüße',
        from: { value: [{ name: 'Glasspane', address: 'gp@example.com' }] },
        to: { value: [{ address: 'a@example.com' }, { name: 'B', address: 'b@example.com' }] },
        attachments: [{ filename: 'bericht ä.pdf', contentType: 'application/pdf', content: Buffer.from(bytes) }],
      },
    ]);
    expect(server.mails[0]?.text?.trim()).toBe('Hello');
    expect(server.mails[0]?.html).toContain('<p>Hello</p>');
  });

  it('lets no subject make a header, and refuses an address that would', async () => {
    server = await startMailServer();
    await mailer().send({ ...MAIL, subject: 'a\r\nBcc: evil@example.com' });
    expect(server.mails[0]?.headers.has('bcc')).toBe(false);
    const evil = mailer().send({ ...MAIL, to: ['a@example.com\r\nBcc: evil@example.com'] });
    await expect(evil).rejects.toMatchObject({ name: 'MailError', isTemporary: false });
  });

  it.each([
    [450, true],
    [550, false],
  ])('says of a refusal with %d whether another attempt may help: %s', async (status, isTemporary) => {
    server = await startMailServer();
    server.refuseWith(status);
    await expect(mailer().send(MAIL)).rejects.toMatchObject({
      isTemporary,
      message: expect.stringContaining(`${status}`),
    });
  });

  it('says whom the mail server refused when the others have the mail', async () => {
    server = await startMailServer();
    server.refuseWith(550, 'gone@example.com');
    await expect(mailer().send({ ...MAIL, to: ['ops@example.com', 'gone@example.com'] })).rejects.toMatchObject({
      name: 'MailError',
      isTemporary: false,
      isPartial: true,
      message: 'the mail server refused gone@example.com (550 not now); others (1) have the mail',
    });
    expect(server.mails).toHaveLength(1);
  });

  it('signs in, and keeps the password to itself when it is refused', async () => {
    server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === 'gp' && password === PASSWORD
          ? done(null, { user: username })
          : done(Object.assign(new Error(`535 no such user, ${password}`), { responseCode: 535 })),
    });
    const auth = { username: 'gp', password: { value: PASSWORD } };
    await mailer({ auth }).send(MAIL);
    expect(server.mails).toHaveLength(1);
    const refused = await mailer({ auth: { ...auth, username: 'other' } })
      .send(MAIL)
      .catch((error: Error) => error);
    expect(refused).toMatchObject({ name: 'MailError', isTemporary: true });
    expect(String(refused)).not.toContain(PASSWORD);
  });

  it('asks for TLS where it is required, and sends nothing without', async () => {
    server = await startMailServer();
    await expect(mailer({ requireTls: true }).send(MAIL)).rejects.toMatchObject({ name: 'MailError' });
    expect(server.mails).toEqual([]);
  });

  it('says that nobody answers, and is cut off by the end of the server', async () => {
    await expect(mailer({ port: 1 }).send(MAIL)).rejects.toMatchObject({
      isTemporary: true,
      message: expect.stringContaining('ECONNREFUSED'),
    });
    const silent: Server = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const stopping = new AbortController();
    silent.once('connection', () => stopping.abort());
    const { port } = silent.address() as { port: number };
    await expect(mailer({ port }, stopping.signal).send(MAIL)).rejects.toMatchObject({ name: 'MailError' });
    silent.close();
  });
});

describeWith([{ command: 'openssl', install: 'apt-get install openssl' }], 'SmtpMailer over TLS', () => {
  let folder: string;
  let options: { readonly key: string; readonly cert: string };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'glasspane-smtp-'));
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [string, string];
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
    await promisify(execFile)('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ]);
    options = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('trusts the authority that it is told, and no other', async () => {
    let isSecure: boolean | undefined;
    server = await startMailServer({
      ...options,
      onMailFrom: (_address, session, done) => {
        isSecure = session.secure;
        done();
      },
    });
    await expect(mailer({ requireTls: true }).send(MAIL)).rejects.toMatchObject({ name: 'MailError' });
    expect(server.mails).toEqual([]);
    const caFile = path.join(folder, 'cert.pem');
    await mailer({ requireTls: true, tls: { caFile, insecureSkipVerify: false } }).send(MAIL);
    expect([server.mails.length, isSecure]).toEqual([1, true]);
    await mailer({ requireTls: true, tls: { insecureSkipVerify: true } }).send(MAIL);
    expect(server.mails).toHaveLength(2);
  });
});
