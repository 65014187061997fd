import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message that a webhook got. */
export interface WebhookMessage {
  readonly path: string;
  readonly key: string;
  readonly atMs: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads of a message what it expects there
  readonly body: any;
}

/** A webhook on a loopback port. */
export interface WebhookReceiver {
  readonly url: string;
  /** All messages that came in, the unanswered ones included. */
  readonly messages: readonly WebhookMessage[];
  /** Sets how it answers from now on: a status, or not at all. */
  answer(how: number | 'never'): void;
  stop(): Promise<void>;
}

/** Starts a webhook that notes what it gets. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const messages: WebhookMessage[] = [];
  let answering: number | 'never' = 200;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const key = String(request.headers['idempotency-key'] ?? '');
    messages.push({ path: request.url ?? '', key, atMs: Date.now(), body: JSON.parse(text) });
    if (answering !== 'never') response.writeHead(answering).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    answer: (how) => {
      answering = how;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
