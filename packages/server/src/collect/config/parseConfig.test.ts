import { InvalidDocumentError } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { defaultAlertmanager } from '../../alertmanager/config/readAlertmanager.ts';
import { parseConfig } from './parseConfig.ts';
import { ScrapeConfigError } from './ScrapeConfigError.ts';

const DEFAULTS = {
  global: { scrapeIntervalMs: 60_000, scrapeTimeoutMs: 10_000, evaluationIntervalMs: 15_000, externalLabels: {} },
  ruleFiles: [],
  scrapeConfigs: [],
  collect: { host: true, process: true, intervalMs: 5_000 },
  logs: { retentionMs: 604_800_000 },
  prices: { prices: [] },
  reports: {},
  alertmanager: defaultAlertmanager(),
};

/** Returns the faults that the parser finds, without the head of the message. */
function faultsOf(text: string): readonly string[] {
  try {
    parseConfig(text, 'glasspane.yml');
  } catch (error) {
    expect(error).toBeInstanceOf(ScrapeConfigError);
    expect(error).toBeInstanceOf(InvalidDocumentError);
    return error instanceof Error ? error.message.split('\n').slice(1) : [];
  }
  return [];
}

describe('parseConfig', () => {
  it.each(['', '\n# nothing but a comment\n', 'global:\nscrape_configs:\nglasspane:\n  collect:\n'])(
    'gives the defaults for %j',
    (text) => {
      expect(parseConfig(text, 'glasspane.yml')).toEqual(DEFAULTS);
    },
  );

  it('reads everything it knows', () => {
    const text = `
global:
  scrape_interval: 15s
  scrape_timeout: 5s
  evaluation_interval: 30s
  external_labels: { region: eu, replica: 1 }
rule_files: [rules/*.yml, /srv/rules.yml]
scrape_configs:
  - job_name: api
    scrape_interval: 1m30s
    scrape_timeout: 500ms
    metrics_path: /internal/metrics
    scheme: https
    params: { 'match[]': [a, b], debug: [true] }
    honor_labels: true
    honor_timestamps: false
    basic_auth: { username: scraper, password_file: secrets/password }
    static_configs:
      - targets: ['10.0.0.1:8080', localhost]
        labels: { env: prod, shard: 3 }
    metric_relabel_configs:
      - { source_labels: [__name__, code], separator: '-', regex: 'go_.*', action: drop }
      - { source_labels: [path], target_label: shard, modulus: 8, action: hashmod }
    body_size_limit: 1.5MB
    sample_limit: 1000
  - job_name: other
    authorization: { credentials: token }
    static_configs: [{ targets: ['http://probe.me'] }]
    relabel_configs: [{ source_labels: [__address__], target_label: __param_target }]
    body_size_limit: 0
glasspane:
  collect: { host: false, process: false, interval: 1s }
  logs: { retention: 30d }
  reports: { dashboard_url: 'https://app.example.com/d/{id}' }
  prices:
    - { resource: m, unit: token, metric: tokens_total, price: 2.5, per: 1_000_000, currency: USD, valid_from: 2026-01-31 }
`;
    expect(parseConfig(text, '/etc/glasspane/glasspane.yml')).toEqual({
      global: {
        scrapeIntervalMs: 15_000,
        scrapeTimeoutMs: 5_000,
        evaluationIntervalMs: 30_000,
        externalLabels: { region: 'eu', replica: '1' },
      },
      ruleFiles: ['/etc/glasspane/rules/*.yml', '/srv/rules.yml'],
      prices: {
        prices: [
          {
            resource: 'm',
            unit: 'token',
            metric: 'tokens_total',
            price: 2.5,
            per: 1_000_000,
            currency: 'USD',
            validFrom: '2026-01-31',
          },
        ],
      },
      scrapeConfigs: [
        {
          jobName: 'api',
          scrapeIntervalMs: 90_000,
          scrapeTimeoutMs: 500,
          scheme: 'https',
          metricsPath: '/internal/metrics',
          params: { 'match[]': ['a', 'b'], debug: ['true'] },
          honorLabels: true,
          honorTimestamps: false,
          auth: { type: 'basic', username: 'scraper', password: { file: '/etc/glasspane/secrets/password' } },
          staticConfigs: [{ targets: ['10.0.0.1:8080', 'localhost'], labels: { env: 'prod', shard: '3' } }],
          relabelRules: [],
          metricRelabelRules: [
            { action: 'drop', sourceLabels: ['__name__', 'code'], separator: '-', regex: /^(?:go_.*)$/s },
            { action: 'hashmod', sourceLabels: ['path'], separator: ';', targetLabel: 'shard', modulus: 8 },
          ],
          bodySizeLimit: 1_572_864,
          sampleLimit: 1000,
        },
        {
          jobName: 'other',
          scrapeIntervalMs: 15_000,
          scrapeTimeoutMs: 5_000,
          scheme: 'http',
          metricsPath: '/metrics',
          params: {},
          honorLabels: false,
          honorTimestamps: true,
          auth: { type: 'header', scheme: 'Bearer', credentials: { value: 'token' } },
          staticConfigs: [{ targets: ['http://probe.me'], labels: {} }],
          relabelRules: [
            {
              action: 'replace',
              sourceLabels: ['__address__'],
              separator: ';',
              regex: /^(.*)$/s,
              replacement: '$1',
              targetLabel: '__param_target',
            },
          ],
          metricRelabelRules: [],
          bodySizeLimit: Number.POSITIVE_INFINITY,
          sampleLimit: 0,
        },
      ],
      collect: { host: false, process: false, intervalMs: 1_000 },
      logs: { retentionMs: 30 * 24 * 3_600_000 },
      reports: { dashboardUrl: 'https://app.example.com/d/{id}' },
      alertmanager: defaultAlertmanager(),
    });
  });

  it('follows anchors', () => {
    const text =
      'scrape_configs:\n- {job_name: a, static_configs: &t [{targets: [x]}]}\n- {job_name: b, static_configs: *t}';
    expect(parseConfig(text, 'f').scrapeConfigs[1]?.staticConfigs).toEqual([{ targets: ['x'], labels: {} }]);
  });

  it('never waits longer than the interval where no timeout is given', () => {
    const text = 'scrape_configs: [{job_name: a, scrape_interval: 2s}]';
    expect(parseConfig(text, 'f').scrapeConfigs[0]?.scrapeTimeoutMs).toBe(2_000);
    expect(parseConfig('global: {scrape_interval: 3s}', 'f').global.scrapeTimeoutMs).toBe(3_000);
  });

  it('reports every fault with its place, in the order of the file', () => {
    const text = `global:
  scrape_interval: 5 seconds
  query_log_file: x
scrape_configs:
  - foo: 1
    honor_labels: yes
    static_configs:
      - targets: 'localhost:9100'
      - targets: [[a]]
        labels: { a: {} }
remote_read: []
`;
    expect(faultsOf(text)).toEqual([
      'glasspane.yml:2:20: global.scrape_interval must be a duration such as 15s or 1m30s, not "5 seconds"',
      'glasspane.yml:3:3: unknown field "query_log_file" in global; known are scrape_interval, scrape_timeout, evaluation_interval, external_labels',
      'glasspane.yml:5:5: unknown field "foo" in scrape_configs[0]; known are job_name, scrape_interval, scrape_timeout, metrics_path, scheme, params, honor_labels, honor_timestamps, basic_auth, authorization, static_configs, relabel_configs, metric_relabel_configs, body_size_limit, sample_limit',
      'glasspane.yml:5:5: scrape_configs[0] needs the field job_name',
      'glasspane.yml:6:19: scrape_configs[0].honor_labels must be true or false, not "yes"',
      'glasspane.yml:8:18: scrape_configs[0].static_configs[0].targets must be a list, not "localhost:9100"',
      'glasspane.yml:9:19: scrape_configs[0].static_configs[1].targets[0] must be text, not a list',
      'glasspane.yml:10:22: scrape_configs[0].static_configs[1].labels.a must be text, not a mapping',
      'glasspane.yml:11:1: unknown field "remote_read"; known are global, scrape_configs, rule_files, alertmanager, glasspane',
    ]);
  });

  it.each([
    ['[]', '1:1: the file must be a mapping, not a list'],
    ['scrape_configs: {a: 1}', '1:17: scrape_configs must be a list, not a mapping'],
    ['scrape_configs: [3]', '1:18: scrape_configs[0] must be a mapping, not "3"'],
    [
      'glasspane: {collect: {interval: 0s}}',
      '1:33: glasspane.collect.interval must be a duration such as 15s or 1m30s, not "0s"',
    ],
    [
      'glasspane: {collect: {interval: 5}}',
      '1:33: glasspane.collect.interval must be a duration such as 15s or 1m30s, not "5"',
    ],
    ['glasspane: {collect: {interval: 1y}}', '1:33: glasspane.collect.interval must be at most 24d, not "1y"'],
    [
      'glasspane: {reports: {dashboard_url: "javascript:{id}"}}',
      '1:38: glasspane.reports.dashboard_url must be a URL with {id} where the id of the dashboard stands, such as https://app.example.com/dashboards/{id}',
    ],
    [
      'global: {scrape_interval: 5s, scrape_timeout: 6s}',
      '1:47: global.scrape_timeout must not be longer than global.scrape_interval',
    ],
  ])('refuses %s', (text, fault) => {
    expect(faultsOf(text)).toEqual([`glasspane.yml:${fault}`]);
  });

  it.each([
    ['job_name: ""', '1:29: scrape_configs[0].job_name must not be empty'],
    ['job_name: a, scheme: ftp', '1:40: scrape_configs[0].scheme must be one of http, https, not "ftp"'],
    [
      'job_name: a, metrics_path: metrics',
      '1:46: scrape_configs[0].metrics_path must begin with "/", not be "metrics"',
    ],
    [
      'job_name: a, sample_limit: -1',
      '1:46: scrape_configs[0].sample_limit must be a whole number, 0 or more, not "-1"',
    ],
    [
      'job_name: a, body_size_limit: 5 pounds',
      '1:49: scrape_configs[0].body_size_limit must be a size such as 10MB or 512KB, not "5 pounds"',
    ],
    ['job_name: a, scrape_timeout: 2m', "1:48: scrape_timeout must not be longer than the job's scrape_interval"],
    [
      'job_name: a, static_configs: [{targets: [a/b]}]',
      '1:60: scrape_configs[0].static_configs[0].targets[0] must be host:port, not "a/b"; scheme and metrics_path are fields',
    ],
    [
      'job_name: a, static_configs: [{labels: {a: b}}]',
      '1:49: scrape_configs[0].static_configs[0] needs the field targets',
    ],
    [
      'job_name: a, basic_auth: {username: u}, authorization: {credentials: c}',
      '1:74: a job has either basic_auth or authorization, not both',
    ],
    [
      'job_name: a, authorization: {}',
      '1:47: scrape_configs[0].authorization needs the field credentials or credentials_file',
    ],
    ['job_name: a, authorization: {type: basic, credentials: c}', '1:54: use basic_auth for the type Basic'],
    [
      'job_name: a, authorization: {credentials: c, credentials_file: f}',
      '1:82: give either credentials or credentials_file, not both',
    ],
    [
      'job_name: a, relabel_configs: [{action: dance}]',
      '1:59: scrape_configs[0].relabel_configs[0].action must be one of replace, keep, drop, keepequal, dropequal, hashmod, labelmap, labeldrop, labelkeep, lowercase, uppercase, not "dance"',
    ],
    [
      'job_name: a, relabel_configs: [{action: hashmod, target_label: x}]',
      '1:50: scrape_configs[0].relabel_configs[0] needs the field modulus',
    ],
    [
      'job_name: a, relabel_configs: [{regex: x}]',
      '1:50: scrape_configs[0].relabel_configs[0] needs the field target_label',
    ],
    [
      'job_name: a, relabel_configs: [{action: labeldrop, target_label: x}]',
      '1:84: action labeldrop takes no target_label; leave it out',
    ],
    [
      'job_name: a, relabel_configs: [{action: keepequal, target_label: x, regex: y}]',
      '1:94: action keepequal takes no regex; leave it out',
    ],
  ])('refuses a job with %s', (job, fault) => {
    expect(faultsOf(`scrape_configs: [{${job}}]`)).toEqual([`glasspane.yml:${fault}`]);
  });

  it('refuses a regular expression that is none, with the reason', () => {
    const [fault = ''] = faultsOf('scrape_configs: [{job_name: a, relabel_configs: [{action: keep, regex: "("}]}]');
    expect(fault).toMatch(
      /^glasspane\.yml:1:72: scrape_configs\[0\]\.relabel_configs\[0\]\.regex must be a regular expression in RE2's syntax: /,
    );
  });

  it('refuses two jobs with one name', () => {
    expect(faultsOf('scrape_configs:\n- job_name: a\n- job_name: a')).toEqual([
      'glasspane.yml:3:3: there is a job "a" already; job_name must be unique',
    ]);
  });

  it('reports what is no YAML with its place', () => {
    expect(faultsOf('global:\n  a: 1\n  a: 2')).toEqual(['glasspane.yml:3:3: Map keys must be unique']);
    expect(faultsOf('a: [1')[0]).toMatch(/^glasspane\.yml:1:6: /);
  });

  it('never shows a secret in a fault', () => {
    const faults = faultsOf(
      'scrape_configs: [{job_name: a, basic_auth: {username: u, password: hunter2, passwrod: hunter2}}]',
    );
    expect(faults).toHaveLength(1);
    expect(faults.join()).not.toContain('hunter2');
  });
});
