// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what relabeling fills in looks like JavaScript's templates
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Labels } from '@glasspane/promql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../../packages/server/src/collect/config/parseConfig.ts';
import type { ActiveTarget } from '../../packages/server/src/collect/scrape/TargetsReport.ts';
import { type Collectors, startCollectors } from '../../packages/server/src/collect/startCollectors.ts';
import type { StoredSample } from '../../packages/server/src/store/SampleStore.ts';
import { describeWith } from '../support/describeWith.ts';
import { NODE_EXPORTER, startNodeExporter } from '../support/startNodeExporter.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';

// What real targets do not show, but may do.
const TRICKY = String.raw`# HELP tricky A "metric"\nwith \\ in it.
# TYPE tricky gauge
tricky{path="C:\\dir\\\"x\"",job="own",instance="",exported_job="taken",empty=""} 1.5e-3
tricky { spaced = "yes" , } +Inf
tricky{escape="\d"} NaN
# an ordinary comment
no_metadata{Zone="EU",rack="7",same="a",other="a"} 3
timed 5 ${'TIME'}
dropped_by_name 1
`;

const OPEN_METRICS = `# TYPE latency_seconds histogram
# UNIT latency_seconds seconds
# HELP latency_seconds How \\"long\\".
latency_seconds_bucket{le="0.1"} 1 # {trace_id="abc"} 0.05
latency_seconds_bucket{le="+Inf"} 2 # {trace_id="def"} 0.5 1700000000.5
latency_seconds_count 2
latency_seconds_sum 0.55
# TYPE orders counter
orders_total{kind="a"} 7
orders_created{kind="a"} 1700000000.25
# TYPE build info
build_info{version="1.2.3"} 1
# TYPE mode stateset
mode{mode="on"} 1
mode{mode="off"} 0
# EOF
`;

async function serveTargets(): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    if (request.url === '/openmetrics') {
      response.writeHead(200, { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' });
      response.end(OPEN_METRICS);
    } else if (request.url?.startsWith('/broken') === true) {
      response.end('this is no exposition\n');
    } else {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' });
      response.end(TRICKY.replace('TIME', String(Date.now())));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the port of a listening server is unknown');
  return { server, address: `127.0.0.1:${address.port}` };
}

function scrapeConfigs(
  tricky: string,
  exporter: string,
  prometheus: string,
): readonly Readonly<Record<string, unknown>>[] {
  const common = { scrape_interval: '1s', scrape_timeout: '900ms' };
  const targets = (...addresses: readonly string[]) => [{ targets: addresses }];
  return [
    {
      ...common,
      job_name: 'plain',
      static_configs: [{ targets: [tricky], labels: { env: 'test', exported_env: 'x' } }],
    },
    { ...common, job_name: 'honoured', honor_labels: true, honor_timestamps: false, static_configs: targets(tricky) },
    { ...common, job_name: 'openmetrics', metrics_path: '/openmetrics', static_configs: targets(tricky) },
    {
      ...common,
      job_name: 'broken',
      metrics_path: '/broken',
      params: { a: ['1', '2'], b: ['x y'] },
      static_configs: targets(tricky),
    },
    { ...common, job_name: 'limited', sample_limit: 2, static_configs: targets(tricky) },
    { ...common, job_name: 'exporter', static_configs: targets(exporter) },
    { ...common, job_name: 'prometheus', static_configs: targets(prometheus) },
    {
      ...common,
      job_name: 'relabeled',
      static_configs: [{ targets: [tricky, 'dropped:1'], labels: { __meta_zone: 'eu', __meta_rack: '7' } }],
      relabel_configs: [
        { source_labels: ['__address__'], regex: 'dropped:.*', action: 'drop' },
        { action: 'labelmap', regex: '__meta_(.+)', replacement: 'at_$1' },
        {
          source_labels: ['__address__'],
          regex: '(?P<host>[^:]+):(\\d+)',
          target_label: 'hostport',
          replacement: '${host}/$2/$$/$2x',
        },
        { source_labels: ['__address__', 'job'], target_label: 'shard', modulus: 1_000_003, action: 'hashmod' },
        { target_label: 'instance', replacement: 'renamed' },
      ],
      metric_relabel_configs: [
        { source_labels: ['__name__'], regex: 'dropped_.*', action: 'drop' },
        { source_labels: ['Zone'], target_label: 'zone', action: 'lowercase' },
        { source_labels: ['zone'], target_label: 'ZONE', action: 'uppercase' },
        {
          source_labels: ['__name__', 'rack'],
          separator: '-',
          regex: '(no)_.*-(\\d)',
          target_label: 'made_${1}',
          replacement: '$2',
        },
        { regex: 'other|escape', action: 'labeldrop' },
        { source_labels: ['path'], regex: '(?i)c:.+', target_label: '__name__', replacement: 'renamed_metric' },
      ],
    },
    {
      ...common,
      job_name: 'equal',
      static_configs: targets(tricky),
      metric_relabel_configs: [{ source_labels: ['same'], target_label: 'other', action: 'keepequal' }],
    },
    {
      ...common,
      job_name: 'unequal',
      static_configs: targets(tricky),
      metric_relabel_configs: [
        { source_labels: ['__name__'], regex: 'no_metadata|timed', action: 'keep' },
        { source_labels: ['same'], target_label: 'other', action: 'dropequal' },
      ],
    },
  ];
}

const keyOf = (labels: Labels): string => JSON.stringify(Object.entries(labels).sort());

describeWith([PROMETHEUS, NODE_EXPORTER], 'scraping the same targets as Prometheus', () => {
  let targets: Awaited<ReturnType<typeof serveTargets>>;
  let exporter: RunningServer;
  let watched: RunningServer;
  let prometheus: RunningServer;
  let collectors: Collectors;
  const stored: StoredSample[] = [];

  async function ask<T>(path: string): Promise<T> {
    const response = await fetch(`${prometheus.url}/api/v1/${path}`);
    return ((await response.json()) as { data: T }).data;
  }

  beforeAll(async () => {
    [targets, exporter, watched] = await Promise.all([serveTargets(), startNodeExporter(), startPrometheus()]);
    const configs = scrapeConfigs(targets.address, new URL(exporter.url).host, new URL(watched.url).host);
    prometheus = await startPrometheus({ scrapeConfigs: configs });
    collectors = startCollectors({
      config: parseConfig(
        JSON.stringify({ scrape_configs: configs, glasspane: { collect: { host: false, process: false } } }),
        'glasspane.yml',
      ),
      store: {
        async append({ samples }) {
          stored.push(...samples);
        },
      },
      clock: {
        now: () => Date.now(),
        setTimeout(callback, delayMs) {
          const timer = setTimeout(callback, delayMs);
          return () => clearTimeout(timer);
        },
      },
      log: { info: () => {}, warn: () => {} },
      address: 'unused:1',
    });
    // Prometheus takes five seconds to begin with its targets.
    await waitUntil(
      'both have scraped every target',
      async () => {
        const { activeTargets: theirs } = await ask<{ activeTargets: readonly ActiveTarget[] }>('targets?state=active');
        const { activeTargets: ours } = collectors.targets();
        return theirs.length === ours.length && [...theirs, ...ours].every(({ health }) => health !== 'unknown');
      },
      30_000,
    );
    // Some series come with the second scrape: what a target counts of its own scrapes.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
  });

  afterAll(async () => {
    await collectors.stop();
    await Promise.all([exporter, watched, prometheus].map((server) => server.stop()));
    targets.server.close();
  });

  it.each([
    'plain',
    'honoured',
    'openmetrics',
    'broken',
    'limited',
    'exporter',
    'prometheus',
    'relabeled',
    'equal',
    'unequal',
  ])('gives the series of job %s the same names and labels', async (job) => {
    // A sample that its target labels itself has no other trace of the job than the labels beside it.
    const selector = job === 'honoured' ? '{job=~"own|honoured"}' : `{job="${job}"}`;
    const theirs = await ask<readonly Labels[]>(`series?match[]=${encodeURIComponent(selector)}`);
    const isOfJob = ({ job: own }: Labels): boolean => own === job || (job === 'honoured' && own === 'own');
    const ours = new Set(stored.filter(({ labels }) => isOfJob(labels)).map(({ labels }) => keyOf(labels)));
    expect([...ours].sort()).toEqual(theirs.map(keyOf).sort());
    expect(ours.size).toBeGreaterThanOrEqual(5);
  });

  it('reads the same values', async () => {
    const response = await ask<{ result: readonly { metric: Labels; value: readonly [number, string] }[] }>(
      `query?query=${encodeURIComponent('{__name__=~"tricky|no_metadata|latency_seconds.*|orders.*|build_info|mode|renamed_metric"}')}`,
    );
    const last = new Map(stored.map(({ labels, value }) => [keyOf(labels), value]));
    const toNumber = (text: string): number => (text === '+Inf' ? Number.POSITIVE_INFINITY : Number(text));
    const theirs = response.result.map(({ metric, value }) => [keyOf(metric), toNumber(value[1])]);
    expect(theirs.map(([key]) => [key, last.get(String(key))])).toEqual(theirs);
    expect(theirs.length).toBeGreaterThan(20);
  });

  it('reports on its scrapes with the same numbers', async () => {
    const names = ['up', 'scrape_samples_scraped', 'scrape_samples_post_metric_relabeling'];
    const steady = stored.filter(({ labels }) => names.includes(labels.__name__ ?? '') && labels.job !== 'prometheus');
    const last = new Map(steady.map(({ labels, value }) => [keyOf(labels), value]));
    const { result } = await ask<{ result: readonly { metric: Labels; value: readonly [number, string] }[] }>(
      `query?query=${encodeURIComponent(`{__name__=~"${names.join('|')}",job!="prometheus"}`)}`,
    );
    const theirs = new Map(result.map(({ metric, value }) => [keyOf(metric), Number(value[1])]));
    expect([...last].sort()).toEqual([...theirs].sort());
  });

  it('tells of its targets in the same form', async () => {
    const theirs = await ask<ReturnType<Collectors['targets']>>('targets');
    const ours = collectors.targets();
    const steady = (list: readonly ActiveTarget[]) =>
      list
        .map(({ lastScrape, lastScrapeDuration, lastError, globalUrl, ...rest }) => ({
          ...rest,
          hasError: lastError !== '',
        }))
        .sort((a, b) => (a.scrapePool < b.scrapePool ? -1 : 1));
    expect(steady(ours.activeTargets)).toEqual(steady(theirs.activeTargets));
    expect(ours.droppedTargets).toEqual(theirs.droppedTargets);
    for (const target of ours.activeTargets)
      expect(Object.keys(target).sort()).toEqual(Object.keys(theirs.activeTargets[0] ?? {}).sort());
  });
});
