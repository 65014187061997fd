import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../collect/config/parseConfig.ts';
import { channelsById } from './toAlertingConfig.ts';

const read = (section: string) =>
  parseConfig(`alertmanager:\n${section.replace(/^/gm, '  ')}`, '/etc/gp/f.yml').alertmanager;

const WHOLE = `
global:
  resolve_timeout: 10m
  smtp_smarthost: mail.example.com:587
  smtp_from: Glasspane <gp@example.com>
  smtp_auth_username: gp
  smtp_auth_password: S3CRET-mail
  slack_api_url: https://hooks.slack.example/S3CRET-slack
route:
  receiver: ops
  group_by: [alertname, cluster]
  group_wait: 0s
  repeat_interval: 30d
  routes:
    - {receiver: dev, matchers: ['team="dev"', 'severity!~"info|debug"'], group_by: ['...'], continue: true}
    - {match: {team: ops}, match_re: {zone: a|b}, group_interval: 1m}
receivers:
  - name: ops
    email_configs:
      - {to: 'a@example.com, B <b@example.com>', send_resolved: true}
      - {to: c@example.com, smarthost: '[::1]:25', require_tls: false, tls_config: {ca_file: ca.pem}}
    slack_configs: [{channel: '#ops'}, {api_url_file: slack.url}]
  - name: dev
    webhook_configs:
      - {url: 'https://hook.example/S3CRET-hook', max_alerts: 5, timeout: 5s, http_config: {authorization: {credentials: S3CRET-token}}}
inhibit_rules:
  - {source_matchers: [severity="critical"], target_match: {severity: warning}, equal: [cluster]}
`;

describe("Alertmanager's section", () => {
  it('gives routes with all that they inherit', () => {
    const { route, inhibitRules, resolveTimeoutMs } = read(WHOLE);
    const [dev, ops] = route.routes;
    expect(resolveTimeoutMs).toBe(600_000);
    expect(route).toMatchObject({
      receiver: 'ops',
      groupWaitMs: 0,
      groupIntervalMs: 300_000,
      repeatIntervalMs: 2_592_000_000,
    });
    expect(dev).toMatchObject({ receiver: 'dev', groupBy: 'all', shouldContinue: true, groupWaitMs: 0, routes: [] });
    expect(dev?.matchers).toEqual([
      { name: 'team', operator: '=', value: 'dev' },
      { name: 'severity', operator: '!~', value: 'info|debug' },
    ]);
    expect(ops).toMatchObject({ receiver: 'ops', groupBy: ['alertname', 'cluster'], groupIntervalMs: 60_000 });
    expect(ops?.matchers).toEqual([
      { name: 'team', operator: '=', value: 'ops' },
      { name: 'zone', operator: '=~', value: 'a|b' },
    ]);
    expect(inhibitRules).toEqual([
      {
        sourceMatchers: [{ name: 'severity', operator: '=', value: 'critical' }],
        targetMatchers: [{ name: 'severity', operator: '=', value: 'warning' }],
        equal: ['cluster'],
      },
    ]);
  });

  it('gives channels with their ids, and what they take from global', () => {
    const config = read(WHOLE);
    const channels = channelsById(config);
    expect([...channels.keys()]).toEqual(['ops/email/0', 'ops/email/1', 'ops/slack/0', 'ops/slack/1', 'dev/webhook/0']);
    const smtp = {
      host: 'mail.example.com',
      port: 587,
      from: 'Glasspane <gp@example.com>',
      hello: 'localhost',
      requireTls: true,
      tls: undefined,
      auth: { username: 'gp', password: { value: 'S3CRET-mail' } },
    };
    expect(config.smtp).toEqual(smtp);
    expect(channels.get('ops/email/0')).toEqual({
      type: 'email',
      sendResolved: true,
      to: ['a@example.com', 'B <b@example.com>'],
      smtp,
    });
    expect(channels.get('ops/email/1')).toMatchObject({
      sendResolved: false,
      smtp: { host: '::1', port: 25, requireTls: false, tls: { caFile: '/etc/gp/ca.pem', insecureSkipVerify: false } },
    });
    expect(channels.get('ops/slack/0')).toMatchObject({ sendResolved: false, channel: '#ops' });
    expect(channels.get('ops/slack/1')).toMatchObject({ url: { file: '/etc/gp/slack.url' } });
    expect(channels.get('dev/webhook/0')).toMatchObject({ sendResolved: true, maxAlerts: 5, timeoutMs: 5_000 });
  });

  it('shows itself without its secrets', () => {
    const { original } = read(WHOLE);
    expect(original).not.toContain('S3CRET');
    expect(original).toContain('smtp_auth_password: <secret>');
    expect(original).toContain('url: <secret>');
    expect(original).toContain('to: a@example.com, B <b@example.com>');
  });

  it.each([
    ['route: {receiver: a}', 'alertmanager needs the field receivers'],
    ['receivers: [{name: a}]', 'alertmanager needs the field route'],
    ['route: {receiver: b}\nreceivers: [{name: a}]', 'there is no receiver "b"; receivers must define it'],
    ['route: {}\nreceivers: [{name: a}]', 'alertmanager.route needs the field receiver'],
    ['route: {receiver: a, matchers: [x=y]}\nreceivers: [{name: a}]', 'takes every alert and must not have matchers'],
    ['route: {receiver: a, group_by: [a, ...]}\nreceivers: [{name: a}]', '"..." cannot stand with other labels'],
    [
      'route: {receiver: a, routes: [{matchers: [x]}]}\nreceivers: [{name: a}]',
      'must be a matcher such as severity="critical"',
    ],
    ['route: {receiver: a, routes: [{match_re: {x: (}}]}\nreceivers: [{name: a}]', 'missing closing )'],
    ['route: {receiver: a, mute_time_intervals: [x]}\nreceivers: [{name: a}]', 'unknown field "mute_time_intervals"'],
    ['route: {receiver: a}\nreceivers: [{name: a}, {name: a}]', 'there is a receiver "a" already'],
    ['route: {receiver: a}\nreceivers: [{name: a, pagerduty_configs: []}]', 'unknown field "pagerduty_configs"'],
    [
      'route: {receiver: a}\nreceivers: [{name: a, email_configs: [{to: x@y.z}]}]',
      'needs from and smarthost, here or as smtp_from and smtp_smarthost in global',
    ],
    [
      'route: {receiver: a}\nreceivers: [{name: a, email_configs: [{to: nobody, from: x@y.z, smarthost: "h:1"}]}]',
      'must be mail addresses',
    ],
    [
      'route: {receiver: a}\nreceivers: [{name: a, email_configs: [{to: x@y.z, from: x@y.z, smarthost: h}]}]',
      'must be host:port',
    ],
    [
      'route: {receiver: a}\nreceivers: [{name: a, slack_configs: [{}]}]',
      'needs api_url, here or as slack_api_url in global',
    ],
    ['route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{}]}]', 'needs the field url or url_file'],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(message);
  });

  it('is as the documentation shows it', async () => {
    const page = await readFile(new URL('../../../../../docs/alerts-and-incidents.md', import.meta.url), 'utf8');
    const [, example = ''] = /```yaml\n(alertmanager:[\s\S]*?)```/.exec(page) ?? [];
    const { receivers } = parseConfig(example, 'glasspane.yml').alertmanager;
    expect(receivers.map(({ name }) => name)).toEqual(['email', 'slack', 'pager']);
  });

  it('says that an address is none without showing it', () => {
    const section = 'route: {receiver: a}\nreceivers: [{name: a, webhook_configs: [{url: "file:///S3CRET"}]}]';
    expect(() => read(section)).toThrow(/^(?![\s\S]*S3CRET)[\s\S]*must be an address that begins with http/);
    const withUser = section.replace('file:///S3CRET', 'https://gp:S3CRET@hooks.example.com');
    expect(() => read(withUser)).toThrow(/^(?![\s\S]*S3CRET)[\s\S]*must not hold a user or password/);
  });
});
