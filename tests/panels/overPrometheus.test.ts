import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { alias } from '../../vite.shared.ts';
import { describeWith } from '../support/describeWith.ts';
import { ALERTMANAGER, startAlertmanager } from '../support/startAlertmanager.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const chromiumProgram = { command: path.basename(executablePath), install: 'apt-get install chromium' };

const rules = {
  groups: [
    {
      name: 'panels',
      interval: '1s',
      rules: [
        { record: 'watched', expr: 'vector(7)' },
        {
          alert: 'WatchedTooHigh',
          expr: 'watched > 5',
          labels: { severity: 'critical' },
          annotations: { summary: 'It is {{ $value }}, more than 5' },
        },
        { alert: 'WatchedForLong', expr: 'watched > 6', for: '1h', labels: { severity: 'warning' } },
      ],
    },
  ],
};

describeWith([PROMETHEUS, ALERTMANAGER, chromiumProgram], 'the panels over a real Prometheus and Alertmanager', () => {
  let folder: string;
  let prometheus: RunningServer;
  let alertmanager: RunningServer;
  let browser: Browser;
  let page: Page;
  let stopPage: () => Promise<void>;
  const faults: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'glasspane-panels-'));
    const file = path.join(folder, 'rules.yml');
    await writeFile(file, stringify(rules));
    // First, because Prometheus would find it only after some seconds.
    alertmanager = await startAlertmanager();
    const targets = [new URL(alertmanager.url).host];
    prometheus = await startPrometheus({
      config: { rule_files: [file], alerting: { alertmanagers: [{ static_configs: [{ targets }] }] } },
      args: ['--rules.alert.resend-delay=1s'],
    });
    const shared = { configFile: false, root: import.meta.dirname, logLevel: 'error' } as const;
    const outDir = path.join(folder, 'page');
    await build({ ...shared, plugins: [react()], resolve: { alias }, build: { outDir, emptyOutDir: true } });
    // Under the page's own origin, as hosts do: Alertmanager lets no foreign page end a silence.
    const proxy = {
      '/prometheus': { target: prometheus.url, rewrite: (address: string) => address.replace('/prometheus', '') },
      '/alertmanager': { target: alertmanager.url, rewrite: (address: string) => address.replace('/alertmanager', '') },
    };
    const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1', proxy } });
    stopPage = () => server.close();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(server.resolvedUrls?.local[0] ?? '');
  });

  afterAll(async () => {
    await browser?.close();
    await stopPage?.();
    await prometheus?.stop();
    await alertmanager?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists the alert that fires, and the rules in their states', async () => {
    const alert = page.locator('.gp-alert[data-state="firing"]', { hasText: 'It is 7, more than 5' });
    await alert.waitFor({ timeout: 30_000 });
    const list = page.getByRole('region', { name: 'Alert rules' });
    await expect.poll(() => list.textContent(), { timeout: 15_000 }).toMatch(/Firing.*WatchedTooHigh/s);
    expect(await list.textContent()).toMatch(/Pending.*WatchedForLong/s);
  });

  it('lists the pending alert too, of which only Prometheus knows', async () => {
    const alert = page.locator('.gp-alert[data-state="pending"]', { hasText: 'WatchedForLong' });
    await alert.waitFor({ timeout: 15_000 });
    const told = await (await fetch(`${alertmanager.url}/api/v2/alerts`)).json();
    expect(told.map(({ labels }: { labels: { alertname: string } }) => labels.alertname)).toEqual(['WatchedTooHigh']);
    expect(await page.locator('.gp-alert', { hasText: 'It is 7, more than 5' }).count()).toBe(1);
  });

  it('marks the chart of that metric', async () => {
    const chart = page.getByRole('article', { name: 'Watched' });
    await chart.getByRole('button', { name: '2 alerts: 1 firing, 1 pending' }).waitFor({ timeout: 30_000 });
  });

  it('silences the alert in Alertmanager, and ends the silence', async () => {
    const alert = page.locator('.gp-alert', { hasText: 'It is 7, more than 5' });
    await alert.getByRole('button', { name: 'It is 7, more than 5' }).click();
    await alert.getByRole('button', { name: /^Silence/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Comment').fill('Known, being repaired.');
    await dialog
      .getByRole('button', { name: /silence/i })
      .last()
      .click();
    await alert.getByText('Silenced').waitFor({ timeout: 15_000 });
    const silences = await (await fetch(`${alertmanager.url}/api/v2/silences`)).json();
    expect(silences).toMatchObject([
      { createdBy: 'ada', comment: 'Known, being repaired.', status: { state: 'active' } },
    ]);
    const list = page.getByRole('region', { name: 'Silences' });
    await list.getByText('Known, being repaired.').waitFor();
    await page.keyboard.press('Escape');
    await list.getByRole('button', { name: /^End now/ }).click();
    await expect
      .poll(async () => (await (await fetch(`${alertmanager.url}/api/v2/silences`)).json())[0].status.state)
      .toBe('expired');
    await alert.getByText('Silenced').waitFor({ state: 'hidden', timeout: 15_000 });
  });

  it('says what these two cannot do: incidents', async () => {
    await page.getByText('This backend has no incidents').waitFor();
    expect(faults).toEqual([]);
  });
});
