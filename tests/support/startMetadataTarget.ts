import { once } from 'node:events';
import { createServer } from 'node:http';
import type { MetricDescriptor } from '@glasspane/core';

/** A scrape target of a test. */
export interface MetadataTarget {
  /** `127.0.0.1:12345`, as scrape configurations want it. */
  readonly address: string;
  /** What it tells of metrics. It has no samples of them. */
  metrics: readonly MetricDescriptor[];
  stop(): Promise<void>;
}

const escapeHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

/** Starts a scrape target that only has metadata: Prometheus keeps none of what remote write tells it. */
export async function startMetadataTarget(): Promise<MetadataTarget> {
  const target = { address: '', metrics: [] as readonly MetricDescriptor[] };
  const server = createServer((_, response) => {
    const lines = target.metrics.flatMap(({ name, type, help = '' }) => [
      `# HELP ${name} ${escapeHelp(help)}`,
      `# TYPE ${name} ${type}`,
    ]);
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
    response.end(`${lines.join('\n')}\n`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the port of a listening server is unknown');
  target.address = `127.0.0.1:${address.port}`;
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return Object.assign(target, { stop });
}
