import type { Clock } from '@glasspane/core';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { SampleBatch } from '../store/SampleStore.ts';
import { parseConfig } from './config/parseConfig.ts';
import { parseExposition } from './exposition/parseExposition.ts';
import { startCollectors } from './startCollectors.ts';

const clock: Clock = {
  now: () => Date.now(),
  setTimeout(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

function start(config: string) {
  const batches: SampleBatch[] = [];
  const messages: string[] = [];
  const collectors = startCollectors({
    config: parseConfig(config, 'glasspane.yml'),
    store: {
      async append(batch) {
        batches.push(batch);
      },
    },
    clock,
    log: { info: (message) => messages.push(message), warn: (message) => messages.push(message) },
    address: '127.0.0.1:4400',
    hostname: 'box',
  });
  /** Returns the distinct values that samples of a metric have for some labels. */
  const labelsOf = (name: string, ...labelNames: readonly string[]): readonly string[] => {
    const samples = batches.flatMap((batch) => batch.samples).filter(({ labels }) => labels.__name__ === name);
    return [...new Set(samples.map(({ labels }) => labelNames.map((label) => labels[label]).join()))].sort();
  };
  const waitForScrapes = async (count: number): Promise<void> => {
    while (batches.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { collectors, batches, messages, labelsOf, waitForScrapes };
}

describe('startCollectors', () => {
  it('collects this host and this server at once', async () => {
    const { collectors, labelsOf, waitForScrapes } = start('');
    await waitForScrapes(2);
    await collectors.stop();
    expect(labelsOf('up', 'job', 'instance')).toEqual(['glasspane,127.0.0.1:4400', 'node,box']);
    expect(labelsOf('scrape_duration_seconds', 'job')).toEqual(['glasspane', 'node']);
    expect(labelsOf('node_load1', 'job', 'instance')).toEqual(process.platform === 'win32' ? [] : ['node,box']);
    expect(labelsOf('process_cpu_seconds_total', 'job', 'instance')).toEqual(['glasspane,127.0.0.1:4400']);
  });

  it('collects the HTTP traffic of the app that uses its middleware', async () => {
    const { collectors, labelsOf, batches, waitForScrapes } = start('glasspane: {collect: {interval: 50ms}}');
    const app = new Hono();
    app.use(collectors.httpTraffic);
    app.get('/api/:name', (context) => context.text(''));
    await app.request('/api/x');
    await waitForScrapes(batches.length + 4);
    await collectors.stop();
    expect(labelsOf('http_requests_total', 'job', 'method', 'route', 'code')).toEqual(['glasspane,GET,/api/:name,200']);
  });

  it('shows its own metrics, and instruments that others add, as text', async () => {
    const { collectors } = start('');
    collectors.registry.counter({ name: 'store_batches_total', help: 'Batches.' }).increment({});
    const { samples } = parseExposition(collectors.metricsText(), { format: 'prometheus' });
    await collectors.stop();
    const names = samples.map(({ labels }) => labels.__name__);
    expect(names).toEqual(
      expect.arrayContaining(['process_cpu_seconds_total', 'http_requests_in_flight', 'store_batches_total']),
    );
    expect(names.filter((name) => name?.startsWith('node_'))).toEqual([]);
  });

  it('collects only what it is told to', async () => {
    const { collectors } = start('glasspane: {collect: {host: false, process: false}}');
    expect(collectors.targets()).toEqual({ activeTargets: [], droppedTargets: [], droppedTargetCounts: {} });
    await collectors.stop();
  });

  it('tells of its targets, those that relabeling dropped included', async () => {
    const { collectors } = start(`
glasspane: { collect: { process: false } }
scrape_configs:
  - job_name: api
    static_configs: [{ targets: ['127.0.0.1:1', '127.0.0.1:2'] }]
    relabel_configs: [{ source_labels: [__address__], regex: '.*:2', action: drop }]
`);
    const { activeTargets, droppedTargets, droppedTargetCounts } = collectors.targets();
    await collectors.stop();
    expect(activeTargets.map(({ scrapePool, scrapeUrl, health }) => [scrapePool, scrapeUrl, health])).toEqual([
      ['node', 'inprocess://node', 'unknown'],
      ['api', 'http://127.0.0.1:1/metrics', 'unknown'],
    ]);
    expect(droppedTargets.map(({ discoveredLabels }) => discoveredLabels.__address__)).toEqual(['127.0.0.1:2']);
    expect(droppedTargetCounts).toEqual({ api: 1 });
  });

  it('says once when a target goes down', async () => {
    const { collectors, messages, waitForScrapes } = start(`
glasspane: { collect: { host: false, process: false } }
scrape_configs: [{ job_name: gone, scrape_interval: 20ms, static_configs: [{ targets: ['127.0.0.1:1'] }] }]
`);
    await waitForScrapes(3);
    await collectors.stop();
    expect(messages).toEqual([
      expect.stringMatching(/^Target http:\/\/127\.0\.0\.1:1\/metrics of job gone is down: fetch failed: /),
    ]);
  });

  it('ends every series when it stops', async () => {
    const { collectors, batches, waitForScrapes } = start('');
    await waitForScrapes(2);
    await collectors.stop();
    const last = new Map(
      batches.flatMap(({ samples }) => samples).map((sample) => [JSON.stringify(sample.labels), sample.isStale]),
    );
    expect(last.size).toBeGreaterThan(50);
    expect([...last.values()].every((isStale) => isStale === true)).toBe(true);
  });
});
