import { gzipSync } from 'node:zlib';
import { type ErrorCode, GlasspaneError, parseDashboard } from '@glasspane/core';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../log/createLogger.ts';
import { type JsonHandler, jsonRoute } from './jsonRoute.ts';
import { readRevision } from './revision.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

function appOf(handler: JsonHandler) {
  const logged: string[] = [];
  const app = new Hono();
  const log = createLogger('warn', (line) => logged.push(line));
  app.on(['GET', 'POST', 'DELETE'], '/things/:id', jsonRoute(handler, { log, maxBytes: 2000 }));
  return { app, logged };
}

async function answerOf(handler: JsonHandler, init: RequestInit = {}) {
  const response = await appOf(handler).app.request('/things/a%2Fb?x=1', init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
}

const post = (body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) =>
  answerOf(({ body }) => ({ data: body }), { method: 'POST', body, headers });

describe('jsonRoute', () => {
  it('hands over body, parameters and query, and answers in the envelope', async () => {
    const answer = await answerOf(
      ({ body, param, query }) => ({
        data: [body, param('id'), query.get('x')],
        status: 201,
        headers: { etag: '"1"' },
      }),
      { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json; charset=utf-8' } },
    );
    expect([answer.status, answer.body, answer.headers.get('etag')]).toEqual([
      201,
      { status: 'success', data: [{ a: 1 }, 'a/b', '1'] },
      '"1"',
    ]);
  });

  it('answers 204 without a body, and null where there is no data', async () => {
    expect(await answerOf(() => ({ status: 204 }), { method: 'DELETE' })).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect((await answerOf(() => ({}))).body).toEqual({ status: 'success', data: null });
  });

  it('takes an empty body for none', async () => {
    expect(await post('')).toMatchObject({ status: 200, body: { data: null } });
  });

  it.each([
    ['another type', '{}', { 'content-type': 'text/plain' }, 415, 'send application/json'],
    ['no type', Buffer.from('{}'), {}, 415, 'send application/json'],
    ['no JSON', '{"a":', JSON_TYPE, 400, 'the body is no JSON'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), JSON_TYPE, 400, 'the body is no UTF-8'],
    ['too much', JSON.stringify('x'.repeat(2000)), JSON_TYPE, 413, 'over the limit of 2000 bytes'],
    ['too deep nesting', `${'['.repeat(500)}${']'.repeat(500)}`, JSON_TYPE, 400, 'nested more than 100 levels'],
    ['packing', gzipSync('{}'), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 415, 'send none'],
  ])('refuses %s', async (_, body, headers, status, error) => {
    const answer = await post(body, headers as Record<string, string>);
    expect(answer).toMatchObject({ status, body: { status: 'error', errorType: 'bad_data' } });
    expect(answer.body.error).toContain(error);
  });

  it.each([
    ['invalid', 400],
    ['unauthorized', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['conflict', 409],
    ['too_many_samples', 422],
    ['rate_limited', 429],
    ['unsupported', 501],
    ['unreachable', 502],
    ['unavailable', 503],
    ['timeout', 504],
    ['cancelled', 499],
  ] satisfies [ErrorCode, number][])('answers %s with %i', async (code, status) => {
    const answer = await answerOf(() => {
      throw new GlasspaneError(code, 'do this', { retryAfterMs: 1500 });
    });
    expect([answer.status, answer.body.error, answer.headers.get('retry-after')]).toEqual([status, 'do this', '2']);
  });

  it('names each fault of a document', async () => {
    const answer = await answerOf(() => ({ data: parseDashboard({ schemaVersion: 1, id: 'a', name: '' }) }));
    expect(answer.status).toBe(400);
    expect(answer.body.issues).toContainEqual({ path: 'name', message: 'must not be empty' });
  });

  it('logs what is a fault of ours', async () => {
    const { app, logged } = appOf(() => {
      throw new TypeError('oops');
    });
    expect((await app.request('/things/1')).status).toBe(500);
    expect(logged.join('')).toContain('oops');
  });
});

describe('readRevision', () => {
  const revisionOf = (text: string | undefined) => readRevision({ header: () => text });

  it.each([
    ['"3"', 3],
    ['W/"12"', 12],
  ])('reads %s', (text, revision) => expect(revisionOf(text)).toBe(revision));

  it.each(['3', '"0"', '"x"', '*', '"1", "2"', ''])('refuses %s', (text) => {
    expect(() => revisionOf(text)).toThrow('names no revision');
  });

  it('asks for one where there is none', () => expect(() => revisionOf(undefined)).toThrow('If-Match is missing'));
});
