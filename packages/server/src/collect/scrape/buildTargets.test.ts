import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/parseConfig.ts';
import { buildTargets } from './buildTargets.ts';

/** Builds the targets of one job, whose fields are given as a configuration file has them. */
function build(job: Readonly<Record<string, unknown>>) {
  const config = parseConfig(JSON.stringify({ scrape_configs: [{ job_name: 'j', ...job }] }), 'test.yml');
  const { targets, dropped } = buildTargets(config.scrapeConfigs, fetch);
  return {
    targets: targets.map(({ url, labels, intervalMs, timeoutMs }) => ({ url, labels, intervalMs, timeoutMs })),
    dropped,
  };
}

const times = { intervalMs: 60_000, timeoutMs: 10_000 };

describe('buildTargets', () => {
  it('makes a target of every address, with the labels of its group', () => {
    const static_configs = [{ targets: ['a:1', 'b'], labels: { env: 'prod', port: 9100 } }, { targets: ['[::1]:2'] }];
    expect(build({ static_configs })).toEqual({
      targets: [
        { url: 'http://a:1/metrics', labels: { job: 'j', instance: 'a:1', env: 'prod', port: '9100' }, ...times },
        { url: 'http://b/metrics', labels: { job: 'j', instance: 'b', env: 'prod', port: '9100' }, ...times },
        { url: 'http://[::1]:2/metrics', labels: { job: 'j', instance: '[::1]:2' }, ...times },
      ],
      dropped: { droppedTargets: [], droppedTargetCounts: { j: 0 } },
    });
  });

  it('takes scheme, path, parameters and times from the job', () => {
    const job = {
      scheme: 'https',
      metrics_path: '/federate',
      params: { 'match[]': ['{a="b"}', 'up'], x: ['1'] },
      scrape_interval: '90s',
      scrape_timeout: '1500ms',
      static_configs: [{ targets: ['a:1'] }],
    };
    expect(build(job).targets).toEqual([
      {
        url: 'https://a:1/federate?match%5B%5D=%7Ba%3D%22b%22%7D&match%5B%5D=up&x=1',
        labels: { job: 'j', instance: 'a:1' },
        intervalMs: 90_000,
        timeoutMs: 1_500,
      },
    ]);
  });

  it('lets relabeling move a target elsewhere, as one does for a probing exporter', () => {
    const job = {
      metrics_path: '/probe',
      params: { module: ['http_2xx'] },
      static_configs: [{ targets: ['https://example.org/x?y'] }],
      relabel_configs: [
        { source_labels: ['__address__'], target_label: '__param_target' },
        { source_labels: ['__param_target'], target_label: 'instance' },
        { target_label: '__address__', replacement: 'prober:9115' },
        { target_label: '__scrape_interval__', replacement: '5m' },
        { target_label: '__param_module', replacement: 'tcp' },
      ],
    };
    expect(build(job).targets).toEqual([
      {
        url: 'http://prober:9115/probe?module=tcp&target=https%3A%2F%2Fexample.org%2Fx%3Fy',
        labels: { job: 'j', instance: 'https://example.org/x?y' },
        intervalMs: 300_000,
        timeoutMs: 10_000,
      },
    ]);
  });

  it('drops targets, and tells which', () => {
    const job = {
      static_configs: [{ targets: ['a:1', 'b:1'], labels: { keep: 'x' } }],
      relabel_configs: [{ action: 'drop', source_labels: ['__address__'], regex: 'a.*' }],
    };
    const { targets, dropped } = build(job);
    expect(targets.map(({ url }) => url)).toEqual(['http://b:1/metrics']);
    expect(dropped).toEqual({
      droppedTargets: [
        {
          discoveredLabels: {
            __address__: 'a:1',
            __metrics_path__: '/metrics',
            __scheme__: 'http',
            __scrape_interval__: '1m',
            __scrape_timeout__: '10s',
            job: 'j',
            keep: 'x',
          },
        },
      ],
      droppedTargetCounts: { j: 1 },
    });
  });

  it('scrapes targets that come out the same once', () => {
    expect(
      build({ static_configs: [{ targets: ['a:1', 'a:1'] }, { targets: ['a:1'], labels: { x: '1' } }] }).targets,
    ).toHaveLength(2);
  });

  it.each([
    ['__address__', 'http://x', 'Job j has a target "http://x", which is not host:port.'],
    ['__address__', '', 'Job j has a target "", which is not host:port.'],
    [
      '__scrape_interval__',
      'often',
      'Relabeling gives target a:1 the __scrape_interval__ "often", which is no duration, or more than 24d.',
    ],
    [
      '__scrape_interval__',
      '30d',
      'Relabeling gives target a:1 the __scrape_interval__ "30d", which is no duration, or more than 24d.',
    ],
    ['__scrape_timeout__', '2m', 'Relabeling gives target a:1 a timeout that is longer than its interval.'],
  ])('refuses a target whose %s becomes %j', (target_label, replacement, message) => {
    const job = { static_configs: [{ targets: ['a:1'] }], relabel_configs: [{ target_label, replacement }] };
    expect(() => build(job)).toThrow(message);
  });
});
