import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpuJiffies, MARKS, shownNumber, widget } from '../e2e/hostNumbers.ts';
import { chromiumPath, launchChromium, type RunningStart, runStart } from '../e2e/productPage.ts';

const canRun = process.platform === 'linux' && chromiumPath !== undefined;
if (!canRun)
  console.warn('The numbers of the host are not tested: it takes Linux and Chromium (apt-get install chromium).');

describe.runIf(canRun)('the system overview', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glasspane-host-'));
  let running: RunningStart;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    running = await runStart(folder);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await running?.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it('agrees with the host once its windows are full of samples', async () => {
    await page.goto(running.url);
    await widget(page, 'CPU by mode').locator(MARKS).first().waitFor({ state: 'attached' });
    const before = cpuJiffies();
    await sleep(65_000);
    const after = cpuJiffies();
    const busy = (100 * (after.busy - before.busy)) / (after.total - before.total);
    await expect.poll(() => shownNumber(page, 'CPU busy'), { timeout: 10_000 }).toBeGreaterThan(busy - 15);
    expect(await shownNumber(page, 'CPU busy')).toBeLessThan(busy + 15);
    const load = Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
    expect(Math.abs((await shownNumber(page, 'Load (1 min)')) - load)).toBeLessThan(0.5 + 0.2 * load);
  }, 120_000);
});
