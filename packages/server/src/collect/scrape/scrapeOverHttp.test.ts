import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { ScrapeAuth } from '../config/ServerConfig.ts';
import { LabelCache } from '../exposition/LabelCache.ts';
import { describeError } from './describeError.ts';
import { scrapeOverHttp } from './scrapeOverHttp.ts';

const servers: Server[] = [];

async function closeServers(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

afterEach(closeServers);

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/metrics`;
}

function scrape(url: string, options: { auth?: ScrapeAuth; bodySizeLimit?: number } = {}) {
  const { auth, bodySizeLimit = 10_000 } = options;
  return scrapeOverHttp(
    { url, timeoutMs: 2_500, auth, bodySizeLimit, fetch, labelCache: new LabelCache() },
    AbortSignal.timeout(5_000),
  );
}

const answer =
  (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'text/plain' }): RequestListener =>
  (_, response) => {
    response.writeHead(200, headers).end(body);
  };

async function errorOf(scraping: Promise<unknown>): Promise<string> {
  return scraping.then(() => 'no error', describeError);
}

/** Scrapes a server that remembers what it was asked with. */
async function headersOf(auth?: ScrapeAuth): Promise<IncomingHttpHeaders> {
  let headers: IncomingHttpHeaders = {};
  const url = await serve((request, response) => {
    headers = request.headers;
    response.end('');
  });
  await scrape(url, auth === undefined ? {} : { auth });
  return headers;
}

describe('scrapeOverHttp', () => {
  it('asks for the formats it reads, compressed, and says how long it waits', async () => {
    expect(await headersOf()).toMatchObject({
      accept:
        'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2',
      'accept-encoding': expect.stringContaining('gzip'),
      'x-prometheus-scrape-timeout-seconds': '2.5',
      'user-agent': 'glasspane-server',
    });
  });

  it('reads each format by its content type, and Prometheus’s own where there is none', async () => {
    const samples = [{ labels: { __name__: 'a' }, value: 1, timeMs: 2000 }];
    const openMetrics = { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' };
    expect(await scrape(await serve(answer('a 1 2\n# EOF\n', openMetrics)))).toEqual({ samples, metadata: [] });
    expect(await scrape(await serve(answer('a 1 2000\n')))).toEqual({ samples, metadata: [] });
    expect(await scrape(await serve(answer('a 1 2000\n', {})))).toEqual({ samples, metadata: [] });
  });

  it('reads compressed answers, and limits what they grow to', async () => {
    const body = gzipSync('a 1\n'.repeat(2_500));
    expect(body.length).toBeLessThan(1_000);
    const url = await serve(answer(body, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }));
    expect((await scrape(url)).samples).toHaveLength(2_500);
    expect(await errorOf(scrape(url, { bodySizeLimit: 9_999 }))).toBe(
      "The target's answer is over the body_size_limit of 9999 bytes; raise it if that is meant.",
    );
  });

  it('stops reading an answer that never ends', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write('a 1\n'.repeat(1_000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    expect(await errorOf(scrape(url))).toContain('over the body_size_limit');
  });

  it('sends basic authentication and other credentials, the secret from a file where told', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'glasspane-'));
    const file = path.join(folder, 'secret');
    await writeFile(file, 'from file\n');
    const authorizations = [
      await headersOf({ type: 'basic', username: 'ü', password: { value: 'p:w' } }),
      await headersOf({ type: 'basic', username: 'u', password: { file } }),
      await headersOf({ type: 'header', scheme: 'Bearer', credentials: { value: 'token' } }),
      await headersOf({ type: 'header', scheme: 'Api-Key', credentials: { file } }),
    ].map(({ authorization }) => authorization);
    await rm(folder, { recursive: true });
    expect(authorizations).toEqual([
      `Basic ${Buffer.from('ü:p:w').toString('base64')}`,
      `Basic ${Buffer.from('u:from file').toString('base64')}`,
      'Bearer token',
      'Api-Key from file',
    ]);
  });

  it('says why there is nothing to be had', async () => {
    const failing: RequestListener = (_, response) => response.writeHead(503).end('no');
    expect(await errorOf(scrape(await serve(failing)))).toBe(
      'The target answered with HTTP status 503 Service Unavailable',
    );
    expect(await errorOf(scrape(await serve(answer('<html>', { 'content-type': 'text/html' }))))).toBe(
      'The target answered with text/html, which is no exposition of metrics; check its metrics_path.',
    );
    expect(await errorOf(scrape(await serve(answer(Buffer.from([97, 0xff])))))).toMatch(
      /^The target's answer is not valid UTF-8/,
    );
    expect(await errorOf(scrape(await serve(answer('a x\n'))))).toMatch(/^Line 1, column 4/);
    const gone = await serve(answer(''));
    await closeServers();
    expect(await errorOf(scrape(gone))).toMatch(/^fetch failed: .*ECONNREFUSED/);
    const missing: ScrapeAuth = { type: 'header', scheme: 'Bearer', credentials: { file: '/does/not/exist' } };
    expect(await errorOf(scrape(gone, { auth: missing }))).toMatch(/ENOENT.*\/does\/not\/exist/);
  });

  it('ends with its signal', async () => {
    const url = await serve(() => {});
    const scraping = scrapeOverHttp(
      { url, timeoutMs: 50, auth: undefined, bodySizeLimit: 10, fetch, labelCache: new LabelCache() },
      AbortSignal.timeout(50),
    );
    await expect(scraping).rejects.toThrow('timeout');
  });
});
