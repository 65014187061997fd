import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was posted to a receiver. */
export interface PostedBody {
  readonly path: string;
  readonly json: unknown;
}

/** An HTTP server that takes every JSON that is posted to it. */
export interface RunningReceiver {
  readonly url: string;
  /** What arrived so far. */
  readonly posted: readonly PostedBody[];
  stop(): Promise<void>;
}

/** Starts a receiver of webhooks on a free loopback port. */
export async function startReceiver(): Promise<RunningReceiver> {
  const posted: PostedBody[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      posted.push({ path: request.url ?? '', json: JSON.parse(body) });
      response.end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
