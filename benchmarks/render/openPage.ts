import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright';
import type { Scenario } from './page/scenarios.ts';

/** A fresh page of a contestant, which has its data and draws nothing yet. */
export interface OpenPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  close(): Promise<void>;
}

/** Where pages come from. */
export interface PageSource {
  readonly browser: Browser;
  readonly folder: string;
  readonly devicePixelRatio: number;
}

// All charts of each scenario are on the screen.
const viewport = { width: 1920, height: 1200 };

/** Opens a page of its own, in a process of its own, and collects the garbage of making data. */
export async function openPage(source: PageSource, contestant: string, scenario: Scenario): Promise<OpenPage> {
  const context = await source.browser.newContext({ viewport, deviceScaleFactor: source.devicePixelRatio });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => console.error(`${contestant}: ${error.message}`));
  await page.goto(pathToFileURL(`${source.folder}/${contestant}.html`).href);
  await page.evaluate((given) => bench.prepare(given), scenario);
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  return { page, cdp, close: () => context.close() };
}

/**
 * Waits until the page has nothing to do and all that it drew is on the screen: it then draws a dot below the charts, in
 * one frame of its own, and waits for the browser to tell that this one was presented. Frames are presented in order.
 */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await new Promise((resolve) => requestIdleCallback(resolve));
    const presented = new Promise<void>((resolve) => {
      const observer = new PerformanceObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe({ type: 'element' });
    });
    const dot = document.createElement('p');
    dot.textContent = '.';
    dot.style.cssText = 'position: fixed; bottom: 0; right: 0; margin: 0';
    dot.setAttribute('elementtiming', 'dot');
    document.body.append(dot);
    await presented;
  });
}
