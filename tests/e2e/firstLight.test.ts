import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpuJiffies, drawnIn, MARKS, shownNumber, widget } from './hostNumbers.ts';
import { chromiumPath, launchChromium, type RunningStart, runStart, until } from './productPage.ts';

const isLinux = process.platform === 'linux';
const canRun = isLinux && chromiumPath !== undefined;
if (!canRun) console.warn('The product page is not tested: it takes Linux and Chromium (apt-get install chromium).');

describe.runIf(canRun)('npm start', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glasspane-e2e-'));
  let running: RunningStart;
  let browser: Browser;
  let page: Page;
  let atStart: ReturnType<typeof cpuJiffies>;
  const problems: string[] = [];

  beforeAll(async () => {
    running = await runStart(folder);
    atStart = cpuJiffies();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it('draws the system overview with numbers that are near those of the host', async () => {
    await page.goto(running.url);
    await widget(page, 'CPU busy').locator('.gp-stat-value').first().waitFor();
    await sleep(10_000);
    const now = cpuJiffies();
    const busy = (100 * (now.busy - atStart.busy)) / (now.total - atStart.total);
    expect(Math.abs((await shownNumber(page, 'CPU busy')) - busy)).toBeLessThan(25);
    for (const title of ['CPU by mode', 'Load', 'Memory', 'Network', 'Disk traffic']) {
      await widget(page, title).locator(MARKS).first().waitFor({ state: 'attached' });
    }
  }, 60_000);

  it('moves without a reload', async () => {
    const before = await drawnIn(page, 'Load');
    await expect.poll(() => drawnIn(page, 'Load'), { timeout: 15_000 }).not.toBe(before);
  });

  it('draws the API usage of the backend itself', async () => {
    await page.getByRole('link', { name: 'API usage' }).click();
    await expect.poll(() => shownNumber(page, 'Requests a second'), { timeout: 15_000 }).toBeGreaterThan(0);
    expect(await shownNumber(page, 'Failed requests')).toBeLessThan(0.5);
    for (const title of ['Requests by route', 'Latency', 'Scrape duration', 'Samples per scrape']) {
      const tile = widget(page, title);
      await tile.scrollIntoViewIfNeeded();
      await tile.locator(MARKS).first().waitFor({ state: 'attached' });
    }
    await page.evaluate(() => scrollTo(0, 0));
    expect(problems).toEqual([]);
  });

  it('says so when the backend is killed, keeps the last data, and recovers when it returns', async () => {
    const pid = running.backendPid();
    expect(pid).toBeDefined();
    process.kill(pid ?? 0, 'SIGKILL');
    const banner = page.getByText(/cannot reach the backend/i).first();
    await banner.waitFor({ timeout: 15_000 });
    await widget(page, 'Requests by route').locator(MARKS).first().waitFor({ state: 'attached' });
    await banner.waitFor({ state: 'hidden', timeout: 30_000 });
    expect(running.backendPid()).not.toBe(pid);
    const before = await drawnIn(page, 'Requests by route');
    await expect.poll(() => drawnIn(page, 'Requests by route'), { timeout: 20_000 }).not.toBe(before);
  }, 120_000);

  it('stops cleanly on Ctrl-C', async () => {
    expect(await running.stop('SIGINT')).toBe(0);
    await until(
      () => running.backendPid() === undefined,
      5_000,
      () => 'The backend still runs.',
    );
    await expect(fetch(running.url)).rejects.toThrow();
  }, 40_000);
});

describe.runIf(isLinux)('npm start on a busy port', () => {
  it('says which port is busy and what to do, and ends with 1', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glasspane-e2e-'));
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    await expect(runStart(folder, { PORT: port })).rejects.toThrow(new RegExp(`ended with 1[^]*${port}[^]*PORT=`));
    blocker.close();
    rmSync(folder, { recursive: true, force: true });
  }, 200_000);
});
