import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MonitoringClient } from '@glasspane/adapters/client';
import { resolveQuery, resolveTimeRange } from '@glasspane/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { quickstart } from '../../examples/quickstart/src/quickstart.ts';
import { type MailServer, startMailServer } from '../alerting/startMailServer.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../alerting/startWebhookReceiver.ts';
import { isInstalled } from '../support/isInstalled.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { waitUntil } from '../support/waitUntil.ts';

const PATIENCE_MS = 30_000;

let mail: MailServer;
let slack: WebhookReceiver;
let server: RunningServer;
let client: MonitoringClient;
let pdf: Uint8Array;

/** The configuration of the example, with the addresses of this test and without its patience. */
async function configOfExample(): Promise<string> {
  const file = new URL('../../examples/quickstart/glasspane.yml', import.meta.url);
  const config = parse(await readFile(file, 'utf8'));
  config.global.evaluation_interval = '1s';
  config.alertmanager.global.smtp_smarthost = `127.0.0.1:${mail.port}`;
  config.alertmanager.route.group_wait = '1s';
  config.alertmanager.receivers[1].slack_configs[0].api_url = `${slack.url}/slack`;
  return stringify(config);
}

beforeAll(async () => {
  [mail, slack] = await Promise.all([startMailServer(), startWebhookReceiver()]);
  server = await startGlasspaneServer({ config: await configOfExample(), args: ['--require-key'] });
  const apiKey = /^Admin key, shown only this once: (gp_\S+)$/m.exec(server.output())?.[1];
  client = new MonitoringClient({ apiKey, url: server.url });
  pdf = await quickstart(client);
});

afterAll(async () => {
  await client?.close();
  await Promise.all([server?.stop(), mail?.stop(), slack?.stop()]);
});

/** Runs a tool of poppler over a PDF and returns what it prints. */
async function poppler(tool: string, bytes: Uint8Array, ...args: readonly string[]): Promise<string> {
  const file = path.join(server.folder, 'exported.pdf');
  await writeFile(file, bytes);
  return spawnSync(tool, [...args, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' }).stdout;
}

describe('the quickstart, over a real server', () => {
  it('shows what was recorded by the query of the widget', async () => {
    const dashboard = await client.getDashboard('system-overview');
    const { backend } = client;
    const [widget] = dashboard.dashboard.widgets;
    expect(widget).toMatchObject({
      type: 'timeSeries',
      title: 'API Usage',
      timeRange: { from: 'now-24h', to: 'now' },
      layout: { x: 0, y: 0 },
      queries: [{ expr: 'api_calls' }],
    });
    const [query] = widget?.queries ?? [];
    if (widget?.timeRange === undefined || query === undefined) throw new Error('the widget asks nothing');
    const timeRange = resolveTimeRange(widget.timeRange, Date.now());
    const resolved = resolveQuery(query, { timeRange, widthPx: 800, variables: {}, mode: 'instant' });
    if (resolved.kind !== 'instant') throw new Error('the query asks for a range');
    const { frame } = await backend.metrics.queryInstant(resolved.request);
    const [field] = frame.fields.filter(({ kind }) => kind === 'number');
    expect(field).toMatchObject({
      labels: { __name__: 'api_calls', environment: 'prod', service: 'api' },
      values: Float64Array.of(42),
    });
  });

  it('alerts by mail and Slack', async () => {
    const [rule] = await client.listAlertRules();
    if (rule === undefined) throw new Error('there is no rule');
    expect(rule).toMatchObject({ name: 'high_error_rate', expr: 'error_rate > 0.05', forMs: 300_000 });
    const stateNow = async () => (await client.backend.rules?.list())?.find(({ id }) => id === rule.id)?.state;
    await waitUntil('the alert is pending', async () => (await stateNow()) === 'pending', PATIENCE_MS);

    // Five minutes are too long for a test.
    await client.updateAlertRule(rule.id, { duration: '1s' });
    await waitUntil('the alert fires', async () => (await stateNow()) === 'firing', PATIENCE_MS);
    await waitUntil('both are told', async () => mail.mails.length > 0 && slack.messages.length > 0, PATIENCE_MS);
    expect(mail.mails[0]?.subject).toContain('high_error_rate');
    expect(mail.mails[0]?.to).toMatchObject({ text: 'team@example.com' });
    expect(slack.messages[0]).toMatchObject({ path: '/slack' });
    expect(JSON.stringify(slack.messages[0]?.body)).toContain('high_error_rate');
    const alerts = await client.backend.alerts?.list({});
    expect(alerts).toEqual([
      expect.objectContaining({
        state: 'firing',
        labels: { alertname: 'high_error_rate', environment: 'prod', service: 'api', severity: 'critical' },
        value: 0.08,
        receivers: expect.arrayContaining(['email', 'slack']),
      }),
    ]);
  });

  it('exports a PDF', () => {
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it.runIf(isInstalled('pdftotext') && isInstalled('pdfimages'))('draws the chart with vectors and text', async () => {
    const nowMs = Date.now();
    const labels = { environment: 'prod', service: 'api' };
    for (let minutes = 60; minutes > 0; minutes -= 1) {
      const value = 42 + (minutes % 7);
      void client.recordMetric({ name: 'api_calls', value, labels, timeMs: nowMs - minutes * 60_000 });
    }
    await client.flush();
    const file = await client.exportDashboard('system-overview', { format: 'pdf' });
    expect(file).toMatchObject({ contentType: 'application/pdf', fileName: expect.stringMatching(/\.pdf$/) });
    const text = await poppler('pdftotext', file.bytes);
    expect(text).toContain('System Overview');
    expect(text).toContain('API Usage');
    // Two lines of heading, and no image.
    expect((await poppler('pdfimages', file.bytes, '-list')).trim().split('\n')).toHaveLength(2);
  });

  it('delivers the scheduled report', async () => {
    const dashboard = await client.getDashboard('system-overview');
    const [report] = await dashboard.listReports();
    expect(report).toMatchObject({
      schedule: { frequency: 'daily', format: 'pdf', timeZone: 'UTC', recipients: ['team@example.com'] },
      nextSlotMs: expect.any(Number),
    });
    const id = report?.schedule.id ?? '';
    const run = await client.sendReportNow(id);
    expect(run).toMatchObject({ trigger: 'manual', recipients: ['team@example.com'] });
    const isPdf = ({ contentType }: { contentType: string }) => contentType === 'application/pdf';
    const reports = () => mail.mails.flatMap(({ attachments }) => attachments.filter(isPdf));
    await waitUntil('the report arrives', async () => reports().length === 1, PATIENCE_MS);
    expect(reports()[0]?.content.toString('latin1', 0, 5)).toBe('%PDF-');
    const isSent = async () => (await client.listReportRuns(id)).some(({ status }) => status === 'sent');
    await waitUntil('the run is written down as sent', isSent, PATIENCE_MS);
  });
});
