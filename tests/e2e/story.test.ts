import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARKS } from './hostNumbers.ts';
import { chromiumPath, launchChromium, type RunningStart, runStart } from './productPage.ts';

const canRun = process.platform === 'linux' && chromiumPath !== undefined;
if (!canRun) console.warn('The story is not tested: it takes Linux and Chromium (apt-get install chromium).');

const SECONDS = 1000;

/** What the mailbox tells of a message. */
interface Message {
  readonly id: number;
  readonly channel: 'email' | 'slack' | 'webhook';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly key: string;
  readonly attachments: readonly { readonly fileName: string; readonly contentType: string; readonly size: number }[];
}

// One story: each step begins where the one before it ended.
describe.runIf(canRun)('the story of an alert, an export and a report', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glasspane-story-'));
  let running: RunningStart;
  let browser: Browser;
  let page: Page;
  /** Stays on the alerts page, because the load ends with it. */
  let loadPage: Page;
  const problems: string[] = [];

  const messages = async (subject: RegExp, channel?: Message['channel']): Promise<readonly Message[]> => {
    const all = (await (await fetch(`${running.url}/mailbox/messages`)).json()) as readonly Message[];
    return all.filter((message) => subject.test(message.subject) && (channel ?? message.channel) === message.channel);
  };
  const open = async (link: string): Promise<void> => {
    await page.getByRole('link', { name: link, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: link, exact: true }).waitFor();
  };
  const alert = (state: 'pending' | 'firing' | 'resolved'): Locator =>
    page.locator(`.gp-alert[data-state="${state}"]`, { hasText: 'requests a second, more than 60' });

  beforeAll(async () => {
    running = await runStart(folder);
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.goto(running.url);
    loadPage = await browser.newPage();
    await loadPage.goto(`${running.url}/#alerts`);
  }, 300 * SECONDS);

  afterAll(async () => {
    await browser?.close();
    await running?.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'real load makes an alert pending, and a killed backend forgets nothing of it',
    async () => {
      await open('Alerts');
      await page.getByText('No alerts', { exact: true }).waitFor();
      await loadPage.getByRole('button', { name: 'Cause load' }).click();
      await alert('pending').waitFor({ timeout: 60 * SECONDS });
      process.kill(running.backendPid() ?? 0, 'SIGKILL');
      await alert('firing').waitFor({ timeout: 90 * SECONDS });
    },
    180 * SECONDS,
  );

  it(
    'the alert reaches people by mail and Slack, once each',
    async () => {
      await expect.poll(() => messages(/FIRING.*HighRequestRate/), { timeout: 60 * SECONDS }).toHaveLength(2);
      const [mail] = await messages(/FIRING/, 'email');
      expect(mail).toMatchObject({ to: 'operations@agora.example' });
      expect(mail?.text).toMatch(/[\d.]+ requests a second, more than 60/);
      expect(await messages(/FIRING/, 'slack')).toMatchObject([{ to: '#operations' }]);
      const mailbox = await browser.newPage();
      await mailbox.goto(`${running.url}/mailbox/`);
      await mailbox.getByText('[FIRING:1] HighRequestRate').first().waitFor();
      await mailbox.close();
    },
    90 * SECONDS,
  );

  it(
    'the widgets of that metric say that it alerts',
    async () => {
      await open('API usage');
      const badge = page.getByRole('article', { name: 'Requests by route', exact: true }).getByRole('button', {
        name: /1 alert: 1 firing/,
      });
      await badge.waitFor({ timeout: 30 * SECONDS });
      await badge.click();
      await page.getByRole('dialog', { name: 'Alerts of Requests by route' }).getByText('more than 60').waitFor();
      await page.keyboard.press('Escape');
    },
    60 * SECONDS,
  );

  it(
    'an incident is open; it is acknowledged, assigned and written about',
    async () => {
      await open('Incidents');
      await page.getByRole('button', { name: 'HighRequestRate' }).click();
      await page.getByRole('button', { name: 'Acknowledge' }).click();
      await page.getByRole('button', { name: 'Take it' }).click();
      await page.getByLabel('Note').fill('The load button of the alerts page did it.');
      await page.getByRole('button', { name: 'Add note' }).click();
      const incident = page.getByRole('region', { name: 'Incidents' });
      await incident.getByText('The load button of the alerts page did it.').waitFor();
      await expect.poll(() => incident.textContent()).toMatch(/Acknowledged.*operator@agora\.example/s);
      const answer = await (await fetch(`${running.url}/glasspane/api/v1/incidents`)).json();
      expect(answer.data).toMatchObject([
        { status: 'acknowledged', assignee: 'operator@agora.example', acknowledgedBy: 'operator@agora.example' },
      ]);
    },
    60 * SECONDS,
  );

  it(
    'the alert ends when the load ends, and people hear of that too',
    async () => {
      await loadPage.getByRole('button', { name: 'Stop the load' }).click();
      await expect.poll(() => messages(/RESOLVED.*HighRequestRate/), { timeout: 150 * SECONDS }).toHaveLength(2);
      // Nobody was told twice.
      expect(await messages(/FIRING/)).toHaveLength(2);
      const keys = (await messages(/./)).map(({ key }) => key);
      expect(keys.every((key) => key !== '') && new Set(keys).size === keys.length).toBe(true);
      await page.getByRole('button', { name: 'All incidents' }).click();
      await page.getByRole('button', { name: /^Resolved/ }).click();
      await page.getByRole('button', { name: 'HighRequestRate' }).waitFor({ timeout: 30 * SECONDS });
    },
    200 * SECONDS,
  );

  it(
    'generated model calls show as calls and as money',
    async () => {
      await open('LLM performance');
      const shown = async (title: string): Promise<number> => {
        const tile = page.getByRole('article', { name: title, exact: true });
        return Number.parseFloat((await tile.locator('.gp-stat-value').first().textContent()) ?? '');
      };
      await expect.poll(() => shown('Model calls a second'), { timeout: 30 * SECONDS }).toBeGreaterThan(0.5);
      await open('LLM cost');
      const spent = page.getByRole('article', { name: 'Spent an hour', exact: true }).locator('.gp-stat-value').first();
      await expect.poll(() => spent.textContent(), { timeout: 30 * SECONDS }).toMatch(/^\$?\d+\.\d\d/);
      await page.getByRole('article', { name: 'Prices of a million, as they are now' }).getByText('$10.00').waitFor();
    },
    90 * SECONDS,
  );

  it(
    'the dashboard on the screen leaves as a PDF',
    async () => {
      await open('System overview');
      await page
        .getByRole('article', { name: 'Load', exact: true })
        .locator(MARKS)
        .first()
        .waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      const download = page.waitForEvent('download', { timeout: 60 * SECONDS });
      await page.getByRole('menuitem', { name: /^PDF/ }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/^system-overview.*\.pdf$/i);
      const bytes = readFileSync(await file.path());
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      // Vectors only: a picture would be an image object.
      expect(bytes.includes('/Subtype /Image')).toBe(false);
      expect(bytes.length).toBeGreaterThan(10_000);
    },
    90 * SECONDS,
  );

  it(
    'a report is scheduled and sent now, with the dashboard as a PDF',
    async () => {
      await open('Reports');
      await page.getByRole('button', { name: 'Schedule the first one' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Morning report');
      await dialog.getByLabel('Dashboard').selectOption({ label: 'System overview' });
      await dialog.getByLabel('Recipients').fill('team@example.com');
      await dialog.getByRole('button', { name: 'Schedule report' }).click();
      const report = page.getByRole('group', { name: 'Report “Morning report”' });
      await report.getByRole('button', { name: 'Send now' }).click();
      await expect.poll(() => messages(/System overview/, 'email'), { timeout: 60 * SECONDS }).toHaveLength(1);
      const [mail] = await messages(/System overview/, 'email');
      expect(mail).toMatchObject({ to: 'team@example.com', attachments: [{ contentType: 'application/pdf' }] });
      const file = await fetch(`${running.url}/mailbox/messages/${mail?.id}/attachments/0`);
      expect(
        Buffer.from(await file.arrayBuffer())
          .subarray(0, 5)
          .toString('latin1'),
      ).toBe('%PDF-');
      await page
        .getByText('Sent', { exact: true })
        .first()
        .waitFor({ timeout: 30 * SECONDS });
    },
    120 * SECONDS,
  );

  it(
    'the backend’s own log tells of it, and can be searched',
    async () => {
      await open('Logs');
      const logs = page.getByRole('article', { name: 'Monitoring backend' });
      await logs
        .getByText('opened the store')
        .first()
        .waitFor({ timeout: 30 * SECONDS });
      await logs.getByPlaceholder('Line contains').fill('no line says this');
      await expect.poll(() => logs.getByText('opened the store').count(), { timeout: 15 * SECONDS }).toBe(0);
      expect(problems).toEqual([]);
    },
    90 * SECONDS,
  );
});
