import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createAlertmanager } from '@glasspane/adapters/alertmanager';
import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import type { Alert } from '@glasspane/core';
import { fingerprintOf } from '@glasspane/core/alerting';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { describeWith } from '../support/describeWith.ts';
import { ALERTMANAGER, startAlertmanager } from '../support/startAlertmanager.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';

const rules = {
  groups: [
    {
      name: 'kit',
      interval: '1s',
      rules: [
        { record: 'one', expr: 'vector(1)' },
        {
          alert: 'Always',
          expr: String.raw`label_replace(vector(42), "service", "a|p\"i", "", "")`,
          labels: { severity: 'critical' },
          annotations: { summary: 'It is {{ $value }}' },
        },
        { alert: 'Later', expr: 'vector(1)', for: '1h' },
        { alert: 'Never', expr: 'absent(one) > 0' },
      ],
    },
  ],
};

describeWith([PROMETHEUS, ALERTMANAGER], 'a real Prometheus with a real Alertmanager', () => {
  let folder: string;
  let prometheus: RunningServer;
  let alertmanager: RunningServer;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'glasspane-rules-'));
    const file = path.join(folder, 'rules.yml');
    await writeFile(file, stringify(rules));
    // First, because Prometheus would find it only after some seconds.
    alertmanager = await startAlertmanager();
    const targets = [new URL(alertmanager.url).host];
    prometheus = await startPrometheus({
      config: { rule_files: [file], alerting: { alertmanagers: [{ static_configs: [{ targets }] }] } },
      args: ['--rules.alert.resend-delay=1s'],
    });
  });
  afterAll(async () => {
    await prometheus?.stop();
    await alertmanager?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const backend = () => ({
    ...createPrometheusBackend({ url: prometheus.url }),
    ...createAlertmanager({ url: alertmanager.url }),
  });
  const nameOf = ({ labels }: Alert): string | undefined => labels.alertname;
  const labels = { alertname: 'Always', service: 'a|p"i', severity: 'critical' };

  it('shows the rules and their pending and firing alerts', async () => {
    const { rules: source, alerts } = createPrometheusBackend({ url: prometheus.url });
    await waitUntil('both alerts are there', async () => (await alerts?.list({}))?.length === 2);
    const listed = await alerts?.list({ matchers: [{ name: 'service', operator: '=~', value: 'a.p.*' }] });
    expect(listed).toEqual([
      {
        fingerprint: fingerprintOf(labels),
        labels,
        annotations: { summary: 'It is 42' },
        state: 'firing',
        value: 42,
        startsAtMs: expect.any(Number),
      },
    ]);
    const statuses = (await source?.list()) ?? [];
    expect(
      statuses.map(({ name, state, forMs, health, isEditable }) => [name, state, forMs, health, isEditable]),
    ).toEqual([
      ['Always', 'firing', 0, 'ok', false],
      ['Later', 'pending', 3_600_000, 'ok', false],
      ['Never', 'inactive', 0, 'ok', false],
    ]);
    expect(statuses[0]).toMatchObject({ group: 'kit', labels: { severity: 'critical' }, alerts: listed });
    expect(new Set(statuses.map(({ id }) => id)).size).toBe(3);
    expect(source?.editor).toBeUndefined();
  });

  it('shows what Alertmanager knows of alerts, under the same fingerprint', async () => {
    const { alerts } = backend();
    await waitUntil('Alertmanager was told', async () => (await alerts.list({})).length === 1);
    const [alert] = await alerts.list({ matchers: [{ name: 'service', operator: '=', value: 'a|p"i' }] });
    expect(alert).toMatchObject({
      fingerprint: fingerprintOf(labels),
      labels,
      annotations: { summary: 'It is 42' },
      state: 'firing',
      receivers: ['nobody'],
      silencedBy: [],
      generatorUrl: expect.stringContaining('/graph'),
    });
    expect(await alerts.list({ matchers: [{ name: 'service', operator: '!~', value: 'a.*' }] })).toEqual([]);
  });

  it('makes, lists and ends silences', async () => {
    const { alerts, silences } = backend();
    await waitUntil('Alertmanager was told', async () => (await alerts.list({})).map(nameOf).includes('Always'));
    const startsAtMs = Date.now();
    const matchers = [
      { name: 'alertname', operator: '=', value: 'Always' },
      { name: 'service', operator: '=~', value: 'a.*' },
      { name: 'service', operator: '!=', value: 'web' },
      { name: 'service', operator: '!~', value: 'd.' },
    ] as const;
    const silence = { matchers, startsAtMs, endsAtMs: startsAtMs + 3_600_000, createdBy: 'anna', comment: 'known' };
    const id = await silences.create(silence);
    const [listed] = await silences.list();
    expect(listed).toMatchObject({
      id,
      state: 'active',
      endsAtMs: silence.endsAtMs,
      createdBy: 'anna',
      comment: 'known',
    });
    expect(listed?.matchers).toHaveLength(4);
    expect(listed?.matchers).toEqual(expect.arrayContaining([...matchers]));
    const silencedBy = async () => (await alerts.list({}))[0]?.silencedBy;
    await waitUntil('the alert is silenced', async () => (await silencedBy())?.[0] === id);

    await silences.expire(id);
    await waitUntil('the silence is over', async () => (await silencedBy())?.length === 0);
    expect(await silences.list()).toEqual([expect.objectContaining({ id, state: 'expired' })]);
  });

  it('refuses what Alertmanager refuses, in its words', async () => {
    const { silences } = backend();
    const nowMs = Date.now();
    const silence = { startsAtMs: nowMs, endsAtMs: nowMs + 60_000, createdBy: 'anna', comment: '' };
    const empty = silences.create({ ...silence, matchers: [{ name: 'a', operator: '=', value: '' }] });
    await expect(empty).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(/empty string/) });
    const unknown = silences.expire('5f5a4b1e-0000-4000-8000-000000000000');
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' });
    const elsewhere = createAlertmanager({ url: `${alertmanager.url}/elsewhere` });
    await expect(elsewhere.silences.list()).rejects.toMatchObject({ code: 'not_found' });
  });
});
