import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';

const RULES = `
groups:
  - name: records
    interval: 2s
    rules:
      - record: job:load:avg
        expr: avg by (job) (load)
        labels: { source: rule }
      - record: broken
        expr: load + on (nothing) group_left load
  - name: alerts
    limit: 3
    rules:
      - alert: AtOnce
        expr: load{host!="c"} > 5
        labels: { severity: page, from: '{{ $labels.job }}' }
        annotations:
          summary: '{{ $labels.host }} is at {{ $value | humanize }} of {{ $externalLabels.region }}'
          texts: '{{ if gt $value 8.0 }}high{{ else }}low{{ end }} {{ printf "%.1f %5s|%-5s|" $value "a" "b" }} {{ $value }}'
          numbers: '{{ 0.0000123 | humanize }} {{ 1e21 }} {{ 123456789.0 }} {{ 12345678 | humanize1024 }} {{ 93784.5 | humanizeDuration }} {{ 0.98765 | humanizePercentage }} {{ 2.5 | printf "%.0f" }} {{ print 1 2 "a" }}'
          query: '{{ range query "job:load:avg" }}{{ .Labels.job }}={{ .Value }} {{ end }}'
          regex: '{{ reReplaceAll "(.)(.)" "$2$1" $labels.host }} {{ match "^[ab]+$" $labels.host }}'
          broken: '{{ $labels.host }} {{ .Nothing }}'
      - alert: Later
        expr: load > 5
        for: 1h
        keep_firing_for: 5m
      - alert: Never
        expr: load > 1000
      - alert: Same
        expr: load > 5
        labels: { host: same, job: same }
      - alert: TooMany
        expr: 'load >= 0 or up{host=~".+"}'
`;

// biome-ignore lint/suspicious/noExplicitAny: answers of two servers, compared as they are
type Answer = any;

let folder: string;
let ours: RunningServer;
let prometheus: RunningServer;

async function writeAll(): Promise<void> {
  const timeMs = Date.now();
  const series = [
    ['ab', 'api', 9.25],
    ['ba', 'api', 6],
    ['c', 'web', 7],
    ['d', 'web', 1],
  ] as const;
  const request = {
    series: series.map(([host, job, value]) => ({
      labels: { __name__: 'load', host, job },
      samples: [[timeMs, value]] as const,
    })),
  };
  await Promise.all([ours, prometheus].map(({ url }) => remoteWrite(`${url}/api/v1/write`, request)));
}

async function ask(url: string, query: string): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/${query}`);
  return { status: response.status, body: await response.json() };
}

/** Leaves out what cannot be the same: times, where a template's error says it stands, and orders. */
function comparable(value: Answer, key = ''): Answer {
  if (['activeAt', 'lastEvaluation', 'evaluationTime'].includes(key)) return typeof value;
  if (key === 'lastError') return /many-to-many|same labelset|exceeded limit of \d+ with \d+/.exec(value)?.[0];
  if (typeof value === 'string' && value.startsWith('<error expanding template')) return value.slice(0, 25);
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      Object.keys(value)
        .sort()
        .map((name) => [name, comparable(value[name], name)]),
    );
  }
  const items = value.map((item) => comparable(item));
  // Prometheus 3 leaves out groups of which the filter left nothing, the one before it does not.
  if (key === 'groups') return items.filter(({ rules }) => rules.length > 0);
  return key === 'alerts' ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
}

describeWith([PROMETHEUS], 'rules beside Prometheus', () => {
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'glasspane-rules-'));
    const file = path.join(folder, 'rules.yml');
    await writeFile(file, RULES);
    const global = { evaluation_interval: '1s', external_labels: { region: 'eu' } };
    prometheus = await startPrometheus({ hasRemoteWriteReceiver: true, config: { global, rule_files: [file] } });
    ours = await startGlasspaneServer({
      config: JSON.stringify({ global, rule_files: [file], glasspane: { collect: { host: false, process: false } } }),
    });
    await writeAll();
    for (const { url } of [ours, prometheus]) {
      await waitUntil(
        `${url} has evaluated all`,
        async () => {
          const { body } = await ask(url, 'rules');
          const rules = body.data.groups.flatMap((group: Answer) => group.rules);
          const isDone = rules.every((rule: Answer) => rule.health !== 'unknown');
          const alerts = rules.flatMap((rule: Answer) => rule.alerts ?? []);
          // The query of the template needs the recorded series, and those the first evaluation of their group.
          return (
            isDone && alerts.length === 5 && alerts.some((alert: Answer) => /web=/.test(alert.annotations.query ?? ''))
          );
        },
        30_000,
      );
    }
  }, 60_000);

  afterAll(async () => {
    await Promise.all([ours?.stop(), prometheus?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  it.each(['rules', 'rules?type=alert', 'rules?type=record', 'rules?type=nothing', 'alerts'])(
    'answers %s as Prometheus does',
    async (query) => {
      const [left, right] = await Promise.all([ask(ours.url, query), ask(prometheus.url, query)]);
      expect(comparable(left)).toEqual(comparable(right));
    },
  );

  it('writes the same series of alerts', async () => {
    const query = `query?query=${encodeURIComponent('{__name__=~"ALERTS|ALERTS_FOR_STATE|.*:.*"}')}`;
    const seriesOf = async (url: string): Promise<readonly string[]> => {
      const { body } = await ask(url, query);
      return body.data.result.map(({ metric }: Answer) => JSON.stringify(comparable(metric))).sort();
    };
    // It writes none before it has looked what there was before its start.
    await waitUntil('Prometheus writes them', async () => (await seriesOf(prometheus.url)).length > 2, 30_000);
    expect(await seriesOf(ours.url)).toEqual(await seriesOf(prometheus.url));
    expect(await seriesOf(ours.url)).not.toEqual([]);
  });
});
