import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock, LogEntry } from '@glasspane/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createServerLogs } from './createServerLogs.ts';

/** Real timers, a hundred times faster, so that reconnecting takes no time. */
const fastClock: Clock = {
  now: () => Date.now() * 100,
  setTimeout: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs / 100);
    return () => clearTimeout(timer);
  },
};

const servers: Server[] = [];

/** A real HTTP server that answers as the test says. */
async function startServer(answer: (url: URL, response: ServerResponse) => void) {
  const asked: URL[] = [];
  const server = createServer((incoming: IncomingMessage, response: ServerResponse) => {
    const url = new URL(incoming.url ?? '', 'http://localhost');
    asked.push(url);
    answer(url, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return { asked, logs: createServerLogs({ url: `http://127.0.0.1:${port}`, clock: fastClock }) };
}

const success = (data: unknown) => (_: URL, response: ServerResponse) =>
  void response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: 'success', data }));
const request = { expr: '{app="a"} |= "x"', startMs: 1000.5, endMs: 2000, limit: 9000 };

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

describe('createServerLogs', () => {
  it('asks Loki, and puts the lines of all streams in one order', async () => {
    const { logs, asked } = await startServer(
      success({
        resultType: 'streams',
        result: [
          {
            stream: { app: 'a' },
            values: [
              ['1700000000000000003', 'c'],
              ['1700000000000000001', 'a'],
            ],
          },
          { stream: { app: 'b' }, values: [['1700000000000000002', 'b']] },
        ],
      }),
    );
    expect(await logs.query(request)).toEqual([
      { labels: { app: 'a' }, timeNs: 1700000000000000003n, line: 'c' },
      { labels: { app: 'b' }, timeNs: 1700000000000000002n, line: 'b' },
      { labels: { app: 'a' }, timeNs: 1700000000000000001n, line: 'a' },
    ]);
    expect(asked[0]?.pathname).toBe('/loki/api/v1/query_range');
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({
      query: '{app="a"} |= "x"',
      start: '1.000500',
      end: '2.000000',
      limit: '5000',
      direction: 'backward',
    });
  });

  it('takes a refusal in plain text for a bad query, and says what the server said', async () => {
    const { logs } = await startServer((_, response) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('parse error at line 1, col 3: no\n');
    });
    await expect(logs.query(request)).rejects.toMatchObject({
      code: 'bad_query',
      message: 'The backend refuses the query: parse error at line 1, col 3: no',
    });
  });

  it.each([
    ['another type of result', { resultType: 'matrix', result: [] }],
    ['a time that is none', { resultType: 'streams', result: [{ stream: {}, values: [[1, 'x']] }] }],
    ['a label that is no text', { resultType: 'streams', result: [{ stream: { a: 1 }, values: [] }] }],
  ])('refuses an answer with %s', async (_, data) => {
    const { logs } = await startServer(success(data));
    await expect(logs.query(request)).rejects.toMatchObject({ code: 'bad_response' });
  });

  it('asks for names and values of labels, with the name escaped', async () => {
    const { logs, asked } = await startServer(success(['b', 'a']));
    expect(await logs.labelNames(request)).toEqual(['a', 'b']);
    expect(await logs.labelValues('a/b', request)).toEqual(['a', 'b']);
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/loki/api/v1/labels', '/loki/api/v1/label/a%2Fb/values']);
  });

  it('follows lines, connects again when the connection breaks, and ends with its follower', async () => {
    const open: ServerResponse[] = [];
    const { logs, asked } = await startServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: open\ndata: {}\n\n');
      open.push(response);
    });
    const heard: [readonly LogEntry[], number][] = [];
    const errors: Error[] = [];
    const end = logs.tail?.({
      expr: '{app="a"}',
      onEntries: (entries, dropped) => heard.push([entries, dropped]),
      onError: (error) => errors.push(error),
    });
    await vi.waitFor(() => expect(open).toHaveLength(1));
    const entry = { labels: { app: 'a' }, timeNs: '1700000000000000001', line: 'x' };
    open[0]?.write(`event: entries\ndata: ${JSON.stringify({ entries: [entry], dropped: 3 })}\n\n`);
    await vi.waitFor(() => expect(heard).toEqual([[[{ ...entry, timeNs: 1700000000000000001n }], 3]]));
    open[0]?.destroy();
    await vi.waitFor(() => expect(open).toHaveLength(2), { timeout: 5000 });
    expect(errors).toMatchObject([{ code: 'unreachable' }]);
    expect(asked[1]?.searchParams.get('query')).toBe('{app="a"}');
    end?.();
    await vi.waitFor(() => expect(open[1]?.closed).toBe(true));
    expect(heard).toHaveLength(1);
  });

  it('does not try again what the server will always refuse', async () => {
    const { logs, asked } = await startServer((_, response) => {
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify({ status: 'error', errorType: 'bad_data', error: 'no query' }));
    });
    const errors: Error[] = [];
    const end = logs.tail?.({ expr: 'x', onEntries: () => undefined, onError: (error) => errors.push(error) });
    await vi.waitFor(() => expect(errors).toMatchObject([{ code: 'bad_query' }]));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(asked).toHaveLength(1);
    end?.();
  });
});
