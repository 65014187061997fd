import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';

/** Returns a widget of the page, by its title. */
export function widget(page: Page, title: string): Locator {
  return page.getByRole('article', { name: title, exact: true });
}

/** Returns the first number that a widget shows. */
export async function shownNumber(page: Page, title: string): Promise<number> {
  const text = (await widget(page, title).locator('.gp-stat-value').first().textContent()) ?? '';
  return Number.parseFloat(text.replace(',', ''));
}

/** Returns busy and total jiffies of all cores, as the kernel counts them. */
export function cpuJiffies(): { readonly busy: number; readonly total: number } {
  const fields = readFileSync('/proc/stat', 'utf8').split('\n')[0]?.trim().split(/\s+/).slice(1, 9).map(Number) ?? [];
  const total = fields.reduce((sum, value) => sum + value, 0);
  return { busy: total - (fields[3] ?? 0), total };
}

/** Marks of a chart: paths, or a canvas where they are many. */
export const MARKS = '.gp-line, .gp-mark-canvas';

/** Returns what stands for the picture of a chart's marks: it is another text when they are drawn in another way. */
export function drawnIn(page: Page, title: string): Promise<string | null> {
  return widget(page, title)
    .locator(MARKS)
    .first()
    .evaluate((mark) => (mark instanceof HTMLCanvasElement ? mark.toDataURL() : mark.getAttribute('d')));
}
