import { type Browser, chromium, type Page } from 'playwright';
import { buildFixturePage } from './buildFixturePage.ts';
import type {} from './page/main.tsx';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** What a test needs installed. */
export const CHROMIUM = {
  command: executablePath.slice(executablePath.lastIndexOf('/') + 1),
  install: 'apt-get install chromium',
};

/** The themes that widgets are drawn in. */
export const themes = ['light', 'dark'] as const;

/** The page that draws widgets, in a browser of its own. */
export interface OpenFixturePage {
  readonly page: Page;
  /** Draws a widget in a theme, and returns what it looks like as PNG. */
  draw(name: string, theme: string): Promise<Buffer>;
  /** Puts markup in its place, without any script, and returns what it looks like. */
  place(html: string, theme: string): Promise<Buffer>;
  close(): Promise<void>;
}

/** Opens the page. */
export async function openFixturePage(): Promise<OpenFixturePage> {
  const source = await buildFixturePage();
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-lcd-text',
      '--force-color-profile=srgb',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 640, height: 400 }, reducedMotion: 'reduce' });
  await page.setContent(source.html);
  await page.addScriptTag({ content: source.script });
  await page.evaluate(() => document.fonts.ready);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  const root = page.locator('#root');
  const wear = (theme: string): Promise<unknown> =>
    page.evaluate((name) => document.getElementById('root')?.setAttribute('data-gp-theme', name), theme);
  const settle = async (): Promise<Buffer> => {
    // What is still to come says so: a skeleton, or a canvas that is painted in the next frame.
    const isDrawn = await page.waitForFunction(isSettled, undefined, { timeout: 10_000 }).catch(() => undefined);
    if (isDrawn === undefined) throw new Error(`The widget is not drawn. ${faults.splice(0).join(' ')}`);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return await root.screenshot();
  };
  return {
    page,
    async draw(name, theme) {
      await wear(theme);
      await page.evaluate((wanted) => window.fixturePage.draw(wanted), name);
      return await settle();
    },
    async place(html, theme) {
      await wear(theme);
      await page.evaluate((text) => window.fixturePage.place(text), html);
      return await settle();
    },
    close: () => browser.close(),
  };
}

function isSettled(): boolean {
  const isPending = document.querySelector('.gp-skeleton, [aria-busy=true]') !== null;
  return document.querySelector('#place > *') !== null && !isPending;
}
