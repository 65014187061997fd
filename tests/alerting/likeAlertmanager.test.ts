import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { describeWith } from '../support/describeWith.ts';
import { ALERTMANAGER, startAlertmanager } from '../support/startAlertmanager.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { waitUntil } from '../support/waitUntil.ts';

const AMTOOL = { command: 'amtool', install: ALERTMANAGER.install };
const run = promisify(execFile);

const CONFIG = parse(`
route:
  receiver: default
  group_by: [alertname]
  group_wait: 1s
  routes:
    - {receiver: team-a, matchers: [team="a"], group_by: ['...']}
    - {receiver: team-b, match: {team: b}, continue: true}
    - {receiver: audit, match_re: {team: b|c}}
receivers: [{name: default}, {name: team-a}, {name: team-b}, {name: audit}]
inhibit_rules: [{source_matchers: [severity="critical"], target_matchers: [severity="warning"], equal: [cluster]}]
`);

const IN_A_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();
const silence = (change: object): object => ({
  matchers: [{ name: 'alertname', value: 'Quiet', isRegex: false }],
  startsAt: '2020-01-01T00:00:00Z',
  endsAt: IN_A_YEAR,
  createdBy: 'ada',
  comment: 'c',
  ...change,
});

let ours: RunningServer;
let theirs: RunningServer;

describeWith([ALERTMANAGER, AMTOOL, PROMETHEUS], "The server as Alertmanager's clients see it", () => {
  beforeAll(async () => {
    const config = stringify({ alertmanager: CONFIG, glasspane: { collect: { host: false, process: false } } });
    [ours, theirs] = await Promise.all([startGlasspaneServer({ config }), startAlertmanager({ config: CONFIG })]);
    const alerts = [
      {
        labels: { alertname: 'Loud', team: 'a', empty: '' },
        annotations: { summary: 's' },
        generatorURL: 'http://x/y',
      },
      { labels: { alertname: 'Quiet', team: 'b', name: 'zürich 🚀' } },
      { labels: { alertname: 'Cause', severity: 'critical', cluster: '1' }, startsAt: '2020-01-01T00:00:00Z' },
      { labels: { alertname: 'Effect', severity: 'warning', cluster: '1' } },
      { labels: { alertname: 'Effect', severity: 'warning', cluster: '2', team: 'c' } },
      { labels: { alertname: 'Over' }, endsAt: '2020-01-01T00:00:00Z' },
    ];
    for (const { url } of [ours, theirs]) {
      expect((await send(url, 'POST', '/api/v2/alerts', alerts)).status).toBe(200);
      expect((await send(url, 'POST', '/api/v2/silences', silence({}))).status).toBe(200);
    }
    // Alertmanager marks what is suppressed when it looks at a group.
    await waitUntil('both show what is suppressed', async () => {
      const lists = await Promise.all([ours, theirs].map(({ url }) => send(url, 'GET', '/api/v2/alerts?active=false')));
      return lists.every(({ body }) => Array.isArray(body) && body.length === 2);
    });
  });

  afterAll(async () => {
    await Promise.all([ours?.stop(), theirs?.stop()]);
  });

  it.each([
    '/api/v2/alerts',
    '/api/v2/alerts?silenced=false',
    '/api/v2/alerts?inhibited=false',
    '/api/v2/alerts?active=false',
    '/api/v2/alerts?filter=team%3D%22a%22',
    '/api/v2/alerts?filter=team%3D~a%7Cb&filter=alertname!%3DLoud',
    '/api/v2/alerts?receiver=team-.*',
    '/api/v2/alerts?receiver=team',
    '/api/v2/alerts?filter=team',
    '/api/v2/alerts?filter=team%3D%22a%22b%22',
    '/api/v2/alerts/groups',
    '/api/v2/alerts/groups?receiver=audit',
    '/api/v2/alerts/groups?active=false',
    '/api/v2/alerts/groups?filter=alertname%3DEffect',
    '/api/v2/receivers',
    '/api/v2/silences',
    '/api/v2/silences?filter=alertname%3D%22Quiet%22',
    '/api/v2/silences?filter=alertname%3D%22Other%22',
    '/api/v2/silences?filter=bad',
  ])('answers GET %s as Alertmanager', async (route) => {
    const [own, real] = await Promise.all([send(ours.url, 'GET', route), send(theirs.url, 'GET', route)]);
    expect(own.status).toBe(real.status);
    expect(comparable(own.body)).toEqual(comparable(real.body));
  });

  it.each([
    ['/api/v2/alerts', {}],
    ['/api/v2/alerts', [{ labels: {} }]],
    ['/api/v2/alerts', [{ annotations: {} }]],
    ['/api/v2/alerts', [{ labels: { 'a-b': 'x' } }]],
    ['/api/v2/alerts', [{ labels: { a: 'x' }, startsAt: 'nope' }]],
    ['/api/v2/alerts', [{ labels: { a: 'x' }, startsAt: '2030-01-01T00:00:00Z', endsAt: '2029-01-01T00:00:00Z' }]],
    ['/api/v2/silences', silence({ matchers: [] })],
    ['/api/v2/silences', silence({ matchers: [{ name: 'a', value: '.*', isRegex: true }] })],
    ['/api/v2/silences', silence({ matchers: [{ name: 'a', value: '(', isRegex: true }] })],
    ['/api/v2/silences', silence({ matchers: [{ name: 'a-b', value: 'x', isRegex: false }] })],
    ['/api/v2/silences', silence({ endsAt: '2021-01-01T00:00:00Z' })],
    ['/api/v2/silences', silence({ startsAt: '2041-01-01T00:00:00Z', endsAt: '2040-01-01T00:00:00Z' })],
    ['/api/v2/silences', silence({ comment: undefined })],
    ['/api/v2/silences', silence({ id: '00000000-0000-0000-0000-000000000000' })],
  ])('refuses POST %s of %j with the status of Alertmanager, and changes nothing', async (route, body) => {
    const lists = () => Promise.all(['alerts', 'silences'].map((list) => send(ours.url, 'GET', `/api/v2/${list}`)));
    const before = await lists();
    const [own, real] = await Promise.all([send(ours.url, 'POST', route, body), send(theirs.url, 'POST', route, body)]);
    expect(own.status).toBe(real.status);
    expect(own.body).toEqual(expect.any(String));
    expect(await lists()).toEqual(before);
  });

  it('serves amtool', async () => {
    const amtool = async (...args: readonly string[]): Promise<string> =>
      (await run(AMTOOL.command, [`--alertmanager.url=${ours.url}`, ...args])).stdout.trim();
    expect(await amtool('alert', 'query', 'alertname=Loud')).toContain('Loud');
    const id = await amtool('silence', 'add', 'alertname=Loud', '--comment=by amtool', '--author=ada');
    expect(await amtool('silence', 'query', 'alertname=Loud')).toContain(id);
    expect(await amtool('alert', 'query', 'alertname=Loud')).not.toContain('Loud');
    expect(await amtool('alert', 'query', '--silenced', 'alertname=Loud')).toContain('Loud');
    await amtool('silence', 'expire', id);
    expect(await amtool('silence', 'query', 'alertname=Loud')).not.toContain(id);
    expect(await amtool('silence', 'query', '--expired', 'alertname=Loud')).toContain(id);
    expect(await amtool('alert', 'query', 'alertname=Loud')).toContain('Loud');
    await amtool('alert', 'add', 'FromAmtool', 'team=a');
    expect(await amtool('alert', 'query', 'FromAmtool', '--output=json')).toContain('"team":"a"');
    expect(await amtool('config', 'show')).toContain('team-a');
  });

  it('takes the alerts of a Prometheus', async () => {
    const rules = {
      groups: [
        { name: 'g', interval: '1s', rules: [{ alert: 'FromPrometheus', expr: 'vector(1)', labels: { team: 'a' } }] },
      ],
    };
    const file = path.join(ours.folder, 'rules.yml');
    await writeFile(file, JSON.stringify(rules));
    const prometheus = await startPrometheus({
      config: {
        rule_files: [file],
        alerting: { alertmanagers: [{ static_configs: [{ targets: [new URL(ours.url).host] }] }] },
      },
      args: ['--rules.alert.resend-delay=1s'],
    });
    try {
      await waitUntil(
        'the alert is there',
        async () => {
          const { body } = await send(ours.url, 'GET', '/api/v2/alerts?filter=alertname%3DFromPrometheus');
          return Array.isArray(body) && body.length === 1 && body[0].receivers[0].name === 'team-a';
        },
        30_000,
      );
    } finally {
      await prometheus.stop();
    }
  });
});

async function send(url: string, method: string, route: string, body?: unknown) {
  const response = await fetch(`${url}${route}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: parseAnswer(text) };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared as they are
function parseAnswer(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What differs between two servers that were told the same, and what only newer Alertmanagers have. */
const OWN_FIELDS = new Set(['id', 'updatedAt', 'startsAt', 'endsAt', 'mutedBy', 'routeLabels']);

function comparable(value: unknown, isSilence = false): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item));
  if (typeof value !== 'object' || value === null) return value;
  const isOfSilence = isSilence || 'createdBy' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !OWN_FIELDS.has(name) && !(isOfSilence && name === 'annotations'))
      .map(([name, inner]) => {
        if (name === 'silencedBy') return [name, inner.length];
        // Alertmanager's own order is that of a hash table.
        if (name === 'receivers') return [name, inner.map((receiver: { name: string }) => receiver.name).sort()];
        return [name, comparable(inner)];
      }),
  );
}
