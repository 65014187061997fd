import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createQuerySource } from '@glasspane/adapters/memory';
import type { PostedAlert } from '@glasspane/core/alerting';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseConfig } from '../collect/config/parseConfig.ts';
import { DuckDbDocuments } from '../documents/DuckDbDocuments.ts';
import { createLogger } from '../log/createLogger.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import type { DuckDbStore } from '../store/DuckDbStore.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { loadDuckDbStore } from '../store/openDuckDbStore.ts';
import { systemClock } from '../systemClock.ts';
import { createRulesPart } from './createRulesPart.ts';

const log = createLogger('silent', () => undefined);
const RULE = { id: 'high', name: 'High', expr: 'load > 5', severity: 'critical', channels: ['email'] };

let folder: string;
let database: Database;
let store: DuckDbStore;
let app: Hono;
let part: ServerPart;
let posted: PostedAlert[];

async function open(config = ''): Promise<void> {
  database = await openDatabase(folder);
  store = await loadDuckDbStore(database, { folder, retentionMs: undefined, clock: systemClock, log });
  const documents = await DuckDbDocuments.open(database, systemClock);
  const text = `global: { evaluation_interval: 50ms }\n${config}`;
  const context = {
    store,
    metrics: createQuerySource(store),
    documents,
    clock: systemClock,
    log,
    config: parseConfig(text, join(folder, 'glasspane.yml')),
    externalUrl: () => 'http://server',
    closing: new AbortController().signal,
  } as unknown as ServerContext;
  part = createRulesPart(context, {
    receiver: { post: async (alerts) => void posted.push(...alerts) },
    channels: () => [{ id: 'email', types: ['email'] }],
  });
  app = new Hono();
  part.routes?.(app);
  await part.start?.();
}

async function close(): Promise<void> {
  await part.stop?.();
  await store.close();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-rules-'));
  posted = [];
  await open();
});

afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, path: string, body?: unknown) {
  const response = await app.request(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const load = (value: number): Promise<void> =>
  store.append({ samples: [{ labels: { __name__: 'load', host: 'a' }, timeMs: Date.now(), value }] });

async function groups() {
  return (await send('GET', '/rules')).body.data.groups;
}

async function stateOf(name: string): Promise<string | undefined> {
  for (const { rules } of await groups()) for (const rule of rules) if (rule.name === name) return rule.state;
  return undefined;
}

describe('the alert rules API', () => {
  it('creates, lists, reads, replaces and deletes', async () => {
    expect(await send('POST', '/alert-rules', RULE)).toMatchObject({ status: 201, body: { data: RULE } });
    const { id: _, ...withoutId } = RULE;
    const other = await send('POST', '/alert-rules', { ...withoutId, name: 'Another', isPaused: true });
    expect(other.body.data.id).toMatch(/^[\w-]{36}$/);
    expect((await send('GET', '/alert-rules')).body.data).toEqual([other.body.data, RULE]);
    expect((await send('GET', '/alert-rules/high')).body.data).toEqual(RULE);
    const changed = { ...RULE, forMs: 1000 };
    expect((await send('PUT', '/alert-rules/high', changed)).body.data).toEqual(changed);
    expect((await send('DELETE', '/alert-rules/high')).status).toBe(204);
    expect((await send('GET', '/alert-rules/high')).status).toBe(404);
    expect((await send('GET', '/channels')).body.data).toEqual([{ id: 'email', types: ['email'] }]);
  });

  it.each([
    ['an expression that is none', { expr: 'load >' }, 'expr', 'write a metric compared with a number'],
    ['a range', { expr: 'load[5m]' }, 'expr', 'put a function around it'],
    ['a template that is none', { annotations: { summary: '{{ nope }}' } }, 'annotations.summary', 'not defined'],
    ['a description that is no template', { description: '{{' }, 'description', 'unclosed action'],
    ['a channel that is not there', { channels: ['email', 'sms'] }, 'channels[1]', 'known are email'],
    ['another severity', { severity: 'bad' }, 'severity', 'expected'],
    ['an id that no URL takes', { id: 'a/b' }, undefined, ''],
  ])('refuses %s and changes nothing', async (_, change, path, message) => {
    const answer = await send('POST', '/alert-rules', { ...RULE, ...change });
    expect(answer).toMatchObject({ status: 400, body: { errorType: 'bad_data' } });
    if (path !== undefined) {
      expect(answer.body.issues).toEqual([{ path, message: expect.stringContaining(message) }]);
    }
    expect((await send('GET', '/alert-rules')).body.data).toEqual([]);
  });

  it('refuses an id that is taken, and changes of what is not there', async () => {
    await send('POST', '/alert-rules', RULE);
    expect((await send('POST', '/alert-rules', RULE)).status).toBe(409);
    expect((await send('PUT', '/alert-rules/nothing', { ...RULE, id: 'nothing' })).status).toBe(404);
    expect((await send('DELETE', '/alert-rules/nothing')).status).toBe(404);
    expect((await send('PUT', '/alert-rules/high', { ...RULE, id: 'other' })).status).toBe(400);
  });

  it('raises alerts that name their rule, and tells its channels', async () => {
    await load(7);
    await send('POST', '/alert-rules', { ...RULE, description: 'at {{ $value }}' });
    await vi.waitUntil(async () => (await stateOf('High')) === 'firing');
    const [group] = await groups();
    expect(group).toMatchObject({ name: 'glasspane', file: '', interval: 0.05 });
    expect(group.rules[0]).toMatchObject({
      type: 'alerting',
      health: 'ok',
      labels: { severity: 'critical' },
      annotations: { description: 'at {{ $value }}' },
      alerts: [{ state: 'firing', value: '7e+00', annotations: { description: 'at 7' } }],
      glasspane: { id: 'high', isPaused: false, isEditable: true },
    });
    await vi.waitUntil(() => posted.length > 0);
    expect(posted[0]).toMatchObject({ labels: { alertname: 'High', host: 'a' }, receivers: ['email'] });
  });

  it.each([
    ['is deleted', () => send('DELETE', '/alert-rules/high')],
    ['is paused', () => send('PUT', '/alert-rules/high', { ...RULE, isPaused: true })],
    ['gets another expression', () => send('PUT', '/alert-rules/high', { ...RULE, expr: 'load > 100' })],
  ])('ends the alerts of a rule that %s', async (_, change) => {
    await load(7);
    await send('POST', '/alert-rules', RULE);
    await vi.waitUntil(() => posted.length > 0);
    const startsAtMs = posted[0]?.startsAtMs;
    await change();
    expect(posted.at(-1)).toMatchObject({ startsAtMs, receivers: ['email'] });
    expect(posted.at(-1)?.endsAtMs).toBeLessThanOrEqual(Date.now());
    const { frame } = await createQuerySource(store).queryInstant({ expr: 'ALERTS', timeMs: Date.now() });
    expect(frame.fields).toHaveLength(1);
  });

  it('lets alerts go on when only other things of the rule change', async () => {
    await load(7);
    await send('POST', '/alert-rules', RULE);
    await vi.waitUntil(async () => (await stateOf('High')) === 'firing');
    const before = (await send('GET', '/alerts')).body.data.alerts[0];
    await send('PUT', '/alert-rules/high', { ...RULE, annotations: { summary: 'new' } });
    await vi.waitUntil(async () => (await send('GET', '/alerts')).body.data.alerts[0]?.annotations.summary === 'new');
    expect((await send('GET', '/alerts')).body.data.alerts[0].activeAt).toBe(before.activeAt);
  });
});

describe('rule files', () => {
  const FILE = 'groups: [{ name: g, rules: [{ record: "a:b", expr: load }, { alert: FromFile, expr: load > 5 }] }]';

  it('are evaluated, listed by filters, and end when they are taken away', async () => {
    await close();
    await writeFile(join(folder, 'a.rules.yml'), FILE);
    await open('rule_files: ["*.rules.yml"]');
    await load(7);
    await vi.waitUntil(async () => (await stateOf('FromFile')) === 'firing');
    const file = join(folder, 'a.rules.yml');
    const namesOf = async (query: string) =>
      (await send('GET', `/rules?${query}`)).body.data.groups.flatMap(({ rules }: { rules: { name: string }[] }) =>
        rules.map(({ name }) => name),
      );
    expect(await namesOf('type=record')).toEqual(['a:b']);
    expect(await namesOf('rule_name[]=FromFile')).toEqual(['FromFile']);
    expect(await namesOf(`file[]=${file}&rule_group[]=g`)).toEqual(['a:b', 'FromFile']);
    expect(await namesOf('file[]=other')).toEqual([]);
    expect((await send('GET', '/rules?match[]=x{')).status).toBe(400);
    const [group] = (await send('GET', '/rules?exclude_alerts=true')).body.data.groups;
    expect(group.rules[1].alerts).toBeUndefined();

    await close();
    posted = [];
    await open();
    expect(posted).toMatchObject([{ labels: { alertname: 'FromFile' } }]);
    expect(posted[0]?.endsAtMs).toBeLessThanOrEqual(Date.now());
  });

  it('with faults keep the server from starting, and say where they are', async () => {
    await close();
    await writeFile(
      join(folder, 'a.yml'),
      'groups:\n  - name: g\n    rules:\n      - alert: A\n        expr: up >\n        fro: 5m\n',
    );
    await expect(open('rule_files: [a.yml]')).rejects.toThrow(
      /a\.yml:5:15: .*as in error_rate > 0\.05\n.*a\.yml:6:9: unknown field "fro"/,
    );
  });
});
