import { readFile } from 'node:fs/promises';
import http from 'node:http';

/** @typedef {import('./Messages.mjs').Messages} Messages */

const PAGE = new URL('./page.html', import.meta.url);
const MAX_BODY_BYTES = 5_000_000;
const SAFE_HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

/**
 * Serves the page and takes posts.
 *
 * @param {number} port
 * @param {Messages} messages
 * @returns {Promise<() => Promise<void>>} the function that ends it.
 */
export function startWeb(port, messages) {
  const server = http.createServer((request, response) => {
    answer(request, response, messages).catch((error) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(`${error.message}\n`);
    });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () =>
      resolve(() => {
        server.closeAllConnections();
        return new Promise((done) => server.close(() => done()));
      }),
    );
  });
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {Messages} messages */
async function answer(request, response, messages) {
  const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
  const file = /^\/messages\/(\d+)\/attachments\/(\d+)$/.exec(pathname);
  if (request.method === 'POST' && (pathname === '/slack' || pathname === '/webhook')) {
    await take(request, pathname === '/slack' ? 'slack' : 'webhook', messages);
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  } else if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...SAFE_HEADERS }).end(await readFile(PAGE));
  } else if (pathname === '/messages') {
    response.writeHead(200, { 'content-type': 'application/json', ...SAFE_HEADERS }).end(toJson(messages));
  } else if (file !== null) {
    sendAttachment(response, messages, Number(file[1]), Number(file[2]));
  } else {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
  }
}

/** @param {http.IncomingMessage} request @param {'slack' | 'webhook'} channel @param {Messages} messages */
async function take(request, channel, messages) {
  /** @type {Buffer[]} */
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new Error('The message is too large.');
    parts.push(part);
  }
  const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const attachment = body.attachments?.[0] ?? {};
  messages.add({
    channel,
    to: channel === 'slack' ? String(body.channel ?? 'Slack webhook') : String(body.receiver ?? 'webhook'),
    subject: String(attachment.title ?? attachment.fallback ?? body.status ?? body.text ?? ''),
    text: channel === 'slack' ? String(attachment.text ?? body.text ?? '') : JSON.stringify(body, null, 2),
    key: String(request.headers['idempotency-key'] ?? ''),
    attachments: [],
  });
}

/** @param {Messages} messages */
function toJson(messages) {
  return JSON.stringify(
    messages.all().map((message) => ({
      ...message,
      attachments: message.attachments.map(({ fileName, contentType, bytes }) => ({
        fileName,
        contentType,
        size: bytes.byteLength,
      })),
    })),
  );
}

/** @param {http.ServerResponse} response @param {Messages} messages @param {number} id @param {number} index */
function sendAttachment(response, messages, id, index) {
  const attachment = messages.all().find((message) => message.id === id)?.attachments[index];
  if (attachment === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.\n');
    return;
  }
  const name = attachment.fileName.replaceAll(/[^\w. -]/g, '_');
  response
    .writeHead(200, {
      'content-type': attachment.contentType,
      'content-disposition': `attachment; filename="${name}"`,
      ...SAFE_HEADERS,
    })
    .end(attachment.bytes);
}
