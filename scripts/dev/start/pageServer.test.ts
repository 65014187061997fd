import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from './freePort.mjs';
import { type PageServer, startPageServer } from './pageServer.mjs';

const script = fileURLToPath(new URL('testProcess.mjs', import.meta.url));

describe('startPageServer', () => {
  let folder: string;
  let page: PageServer;
  let url: string;
  let backend: URL;
  /** Resolves once the process has ended: before, its port may still take a connection and break it off. */
  let stopBackend: () => Promise<void>;

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-page-'));
    fs.mkdirSync(path.join(folder, 'site/assets'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
    fs.writeFileSync(path.join(folder, 'site/index.html'), '<!doctype html>page');
    fs.writeFileSync(path.join(folder, 'site/assets/a-1.js'), 'script');
    const backendPort = await freePort();
    backend = new URL(`http://127.0.0.1:${backendPort}`);
    const child = spawn(process.execPath, [script, String(backendPort)]);
    const ended = once(child, 'exit');
    stopBackend = async () => {
      child.kill('SIGTERM');
      await ended;
    };
    await vi.waitFor(() => fetch(backend), { timeout: 5000 });
    page = await startPageServer({ port: 0, folder: path.join(folder, 'site') });
    url = `http://127.0.0.1:${page.port}`;
  });
  afterAll(async () => {
    await page.close();
    await stopBackend();
    fs.rmSync(folder, { recursive: true });
  });

  it('asks to wait until it is opened, then serves the page under its own routes', async () => {
    expect((await fetch(url)).status).toBe(503);
    page.open({ '/glasspane': backend });
    for (const route of ['/', '/admin/monitoring', '/?tab=1']) {
      const response = await fetch(url + route);
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html>page']);
    }
  });

  it('lets assets be kept for good and the page be asked for each time', async () => {
    const asset = await fetch(`${url}/assets/a-1.js`);
    expect([asset.headers.get('content-type'), asset.headers.get('cache-control')]).toEqual([
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect((await fetch(url)).headers.get('cache-control')).toBe('no-cache');
  });

  it('answers 404 where there is no file, and never with one from outside its folder', async () => {
    expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
    for (const route of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%00.js',
      '/%zz.js',
    ]) {
      expect(await getRaw(page.port, route)).toBe(404);
    }
  });

  it('refuses to change anything', async () => {
    expect((await fetch(url, { method: 'POST' })).status).toBe(405);
  });

  it('hands requests under /glasspane on, with their query and body', async () => {
    const response = await fetch(`${url}/glasspane/api/v1/query?a=1`, { method: 'POST', body: 'query=up' });
    expect(await response.json()).toEqual({ method: 'POST', url: '/api/v1/query?a=1', body: 'query=up' });
    expect(await (await fetch(`${url}/glasspane?a=1`)).json()).toEqual({ method: 'GET', url: '/?a=1', body: '' });
  });

  it('passes events on as they come', async () => {
    const abort = new AbortController();
    const response = await fetch(`${url}/glasspane/events`, { signal: abort.signal });
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toBe('data: first\n\n');
    abort.abort();
  });

  it('says in the form of the API that the backend is away, and breaks off answers that it left unfinished', async () => {
    const events = await fetch(`${url}/glasspane/events`);
    const reading = expect(events.text()).rejects.toThrow();
    await stopBackend();
    await reading;
    const response = await fetch(`${url}/glasspane/api/v1/query`);
    expect([response.status, await response.json()]).toEqual([
      502,
      {
        status: 'error',
        errorType: 'unavailable',
        error: expect.stringMatching(
          /^The monitoring backend does not answer \(.*ECONNREFUSED.*\)\. It is being restarted\.$/,
        ),
      },
    ]);
  });

  it('rejects a port that is taken', async () => {
    await expect(startPageServer({ port: page.port, folder })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

/** Asks for a path as it stands; `fetch` would resolve the dots. */
function getRaw(port: number, route: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get({ port, path: route, host: '127.0.0.1' }, (response) => resolve(response.resume().statusCode))
      .on('error', reject);
  });
}
