import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../systemClock.ts';
import { type JsonPost, postJson } from './postJson.ts';

let server: Server;
let url: string;
let respond: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  respond = (_, response) => void response.end();
  server = createServer((request, response) => respond(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/S3CRET`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const post = (more: Partial<JsonPost> = {}) =>
  postJson({
    url,
    body: { a: 1 },
    key: 'the-key',
    timeoutMs: 5_000,
    signal: new AbortController().signal,
    clock: systemClock,
    ...more,
  });

describe('postJson', () => {
  it('posts the body with its key', async () => {
    let seen: unknown;
    respond = async (request, response) => {
      let text = '';
      for await (const chunk of request) text += String(chunk);
      seen = { ...request.headers, text };
      response.end();
    };
    expect(await post({ authorization: 'Bearer x' })).toEqual({ type: 'delivered' });
    expect(seen).toMatchObject({ 'idempotency-key': 'the-key', authorization: 'Bearer x', text: '{"a":1}' });
  });

  it.each([
    [400, true],
    [404, true],
    [302, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('takes %d for a failure, final: %s', async (status, isFinal) => {
    respond = (_, response) => void response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    expect(await post()).toEqual({
      type: 'failed',
      error: `it answered HTTP ${status}`,
      isFinal,
      retryAfterMs: undefined,
    });
  });

  it('hears how long it is to wait', async () => {
    respond = (_, response) => void response.writeHead(429, { 'retry-after': '7' }).end();
    expect(await post()).toMatchObject({ isFinal: false, retryAfterMs: 7_000 });
  });

  it('waits no longer than it may', async () => {
    respond = () => undefined;
    expect(await post({ timeoutMs: 50 })).toMatchObject({ error: 'no answer within 0.05 s', isFinal: false });
  });

  it('is cut off by the end of the server', async () => {
    const stopping = new AbortController();
    respond = () => stopping.abort();
    expect(await post({ signal: stopping.signal })).toMatchObject({ error: 'the server stops', isFinal: false });
  });

  it('says nothing of the address when there is no connection', async () => {
    const outcome = await post({ url: 'http://127.0.0.1:2/S3CRET' });
    expect(outcome).toEqual({ type: 'failed', error: 'no connection (ECONNREFUSED)', isFinal: false });
  });

  it('posts to http and https only', async () => {
    expect(await post({ url: 'ftp://127.0.0.1/S3CRET' })).toMatchObject({ isFinal: true });
  });
});
