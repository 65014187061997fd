import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uncompress } from 'snappyjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeWriteRequest, type WriteRequest } from '../remoteWrite/decodeWriteRequest.ts';
import type { FileProgress } from './ImportTarget.ts';
import { RemoteTarget } from './RemoteTarget.ts';
import { SampleBuffer } from './SampleBuffer.ts';

const PROGRESS: FileProgress = { offset: 0, lines: 0, samples: 0, duplicates: 0, refused: 0, isDone: true };

let server: Server;
let url: string;
/** The answers to come: a status and a text. None: 204. */
let answers: (readonly [status: number, text: string])[];
let taken: WriteRequest[];
let credentials: (string | undefined)[];
let retries: string[];
let stopping: AbortController;

beforeEach(async () => {
  answers = [];
  taken = [];
  credentials = [];
  retries = [];
  stopping = new AbortController();
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    credentials.push(request.headers.authorization);
    const [status, text] = answers.shift() ?? [request.url === '/base/api/v1/write' ? 204 : 404, ''];
    if (status === 204) taken.push(decodeWriteRequest(uncompress(Buffer.concat(parts))));
    response.writeHead(status).end(text);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base/`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function open(key?: string): RemoteTarget {
  return new RemoteTarget({
    url,
    key,
    clock: {
      now: () => 0,
      setTimeout(callback) {
        const timer = setImmediate(callback);
        return () => clearImmediate(timer);
      },
    },
    onRetry: (reason, delayMs) => retries.push(`${reason} ${delayMs}`),
    signal: stopping.signal,
  });
}

async function write(target: RemoteTarget, count: number): Promise<void> {
  const samples = new SampleBuffer(count);
  const series = [target.seriesFor({ __name__: 'a', x: 'é' }), target.seriesFor({ __name__: 'b' })];
  for (let row = 0; row < count; row += 1) samples.add(series[row % 2] ?? 0, row - 5, row / 2);
  await target.write({
    samples,
    metadata: [{ name: 'a', type: 'counter', help: 'An a.' }],
    identity: undefined,
    progress: PROGRESS,
  });
}

describe('RemoteTarget', () => {
  it('sends series by series, in parts that a server takes well, with the key', async () => {
    await write(open('gp_x'), 50_000);
    expect(credentials).toEqual(['Bearer gp_x', 'Bearer gp_x', 'Bearer gp_x']);
    expect(taken.map(({ series, metadata }) => [series.map(({ samples }) => samples.length), metadata.length])).toEqual(
      [
        [[20_000], 1],
        [[5_000, 15_000], 0],
        [[10_000], 0],
      ],
    );
    expect(taken[0]?.metadata).toEqual([{ name: 'a', type: 'counter', help: 'An a.', unit: '' }]);
    const [first] = taken[0]?.series ?? [];
    expect(first?.labels).toEqual([
      { name: '__name__', value: 'a' },
      { name: 'x', value: 'é' },
    ]);
    expect(first?.samples.slice(0, 3)).toEqual([
      { timeMs: -5, value: 0, isStale: false },
      { timeMs: -3, value: 1, isStale: false },
      { timeMs: -1, value: 2, isStale: false },
    ]);
  });

  it('tries again while the server has no time or no space, longer each time', async () => {
    answers = [
      [503, 'the disk is full\n'],
      [429, ''],
    ];
    await write(open(), 4);
    expect(retries).toEqual(['HTTP 503: the disk is full 500', 'HTTP 429 1000']);
    expect(taken.length).toBe(1);
    expect(credentials).toEqual([undefined, undefined, undefined]);
  });

  it('gives up at last, and at once when it is stopped', async () => {
    answers = Array.from({ length: 8 }, () => [500, 'broken']);
    await expect(write(open(), 4)).rejects.toThrow(
      /^http:\/\/127.*\/base\/api\/v1\/write did not take the samples: HTTP 500: broken; repeat the command when it does$/,
    );
    expect(retries.length).toBe(7);
    answers = [[500, 'broken']];
    stopping.abort();
    await expect(write(open(), 4)).rejects.toThrow('did not take the samples');
    expect(retries.length).toBe(7);
  });

  it('tries again when nobody listens', async () => {
    server.close();
    server.closeAllConnections();
    await expect(write(open(), 4)).rejects.toThrow('did not take the samples: connect ECONNREFUSED');
    expect(retries.length).toBe(7);
  });

  it('does not repeat what the server refuses', async () => {
    answers = [[401, 'a key is needed']];
    await expect(write(open(), 4)).rejects.toThrow('refuses the samples: HTTP 401: a key is needed');
    expect(retries).toEqual([]);
  });
});
