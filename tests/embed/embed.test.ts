import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alias } from '../../vite.shared.ts';
import { describeWith } from '../support/describeWith.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';

const root = path.resolve(import.meta.dirname, '../..');
const example = path.join(root, 'examples/embed/Embed.tsx');
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const chromiumProgram = { command: path.basename(executablePath), install: 'apt-get install chromium' };

describe('the example that embeds one chart', () => {
  it('has at most 15 lines of code', async () => {
    const lines = (await readFile(example, 'utf8')).split('\n').filter((line) => line.trim() !== '');
    expect(lines.length).toBeLessThanOrEqual(15);
  });

  it.each(['docs/embed-in-5-minutes.md', 'README.md', 'packages/react/README.md'])(
    'stands word for word in %s',
    async (page) => {
      const code = (await readFile(example, 'utf8')).trim();
      expect(await readFile(path.join(root, page), 'utf8')).toContain(code);
    },
  );
});

describeWith([PROMETHEUS, chromiumProgram], 'the example, built and over a real Prometheus', () => {
  let watched: RunningServer;
  let prometheus: RunningServer;
  let folder: string;
  let browser: Browser;
  let page: Page;
  let stopPage: () => Promise<void>;
  const faults: string[] = [];

  beforeAll(async () => {
    // One that watches another: the address of a server is only known once it runs.
    watched = await startPrometheus();
    const targets = [new URL(watched.url).host];
    prometheus = await startPrometheus({
      scrapeConfigs: [{ job_name: 'prometheus', scrape_interval: '1s', static_configs: [{ targets }] }],
    });
    // Long enough for a line: a single step is a point.
    await waitUntil('there is a rate', () => hasRate(prometheus.url), 30_000);
    folder = await mkdtemp(path.join(tmpdir(), 'glasspane-embed-'));
    const shared = { configFile: false, root: import.meta.dirname, logLevel: 'error' } as const;
    await build({ ...shared, plugins: [react()], resolve: { alias }, build: { outDir: folder, emptyOutDir: true } });
    const server = await preview({ ...shared, build: { outDir: folder }, preview: { port: 0, host: '127.0.0.1' } });
    stopPage = () => server.close();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    // The example names Prometheus's usual address; the one of this test listens elsewhere.
    await page.route('http://localhost:9090/**', (route) =>
      route.continue({ url: route.request().url().replace('http://localhost:9090', prometheus.url) }),
    );
    await page.goto(server.resolvedUrls?.local[0] ?? '');
  });

  afterAll(async () => {
    await browser?.close();
    await stopPage?.();
    await Promise.all([prometheus?.stop(), watched?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  it('draws a line of real numbers, with its name, and without a fault', async () => {
    const chart = page.getByRole('article', { name: 'Requests to Prometheus' });
    await waitUntil(
      'the chart has a line',
      async () => (await chart.locator('svg path[d*="L"], .gp-mark-canvas').count()) > 0,
    );
    expect(await chart.textContent()).toMatch(/req\/s/);
    expect(faults).toEqual([]);
  });
});

async function hasRate(url: string): Promise<boolean> {
  const response = await fetch(`${url}/api/v1/query?query=rate(prometheus_http_requests_total[1m] offset 15s)`);
  return JSON.stringify(await response.json()).includes('"value"');
}
