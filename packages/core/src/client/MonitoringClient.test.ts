import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../backend/Backend.ts';
import type { DashboardStore, StoredDashboard } from '../backend/DashboardStore.ts';
import type { MetricSample } from '../backend/MetricSink.ts';
import type { Dashboard } from '../dashboard/Dashboard.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { MetricDescriptor } from '../metric/MetricDescriptor.ts';
import { FakeClock } from '../testing/FakeClock.ts';
import { fakeSource } from '../testing/fakeSource.ts';
import { MonitoringClient } from './MonitoringClient.ts';
import type { NewWidget } from './NewWidget.ts';

/** Dashboards in a map, with the conflicts of the contract. */
class FakeDashboards implements DashboardStore {
  readonly stored = new Map<string, StoredDashboard>();

  list = async () => [...this.stored.values()];

  async get(id: string): Promise<StoredDashboard> {
    const found = this.stored.get(id);
    if (found === undefined) throw new GlasspaneError('not_found', `There is no ${id}.`);
    return found;
  }

  async create(dashboard: Dashboard): Promise<StoredDashboard> {
    if (this.stored.has(dashboard.id)) throw new GlasspaneError('conflict', 'Taken.');
    return this.#keep(dashboard, 1);
  }

  async update(dashboard: Dashboard, revision: number): Promise<StoredDashboard> {
    if ((await this.get(dashboard.id)).revision !== revision) throw new GlasspaneError('conflict', 'Stale.');
    return this.#keep(dashboard, revision + 1);
  }

  async delete(id: string): Promise<void> {
    await this.get(id);
    this.stored.delete(id);
  }

  #keep(dashboard: Dashboard, revision: number): StoredDashboard {
    const kept = { dashboard, revision, updatedMs: 0 };
    this.stored.set(dashboard.id, kept);
    return kept;
  }
}

const metrics: readonly MetricDescriptor[] = [
  { name: 'api_calls', type: 'counter' },
  { name: 'latency_seconds', type: 'histogram' },
  { name: 'queue_length', type: 'gauge' },
];

let clock: FakeClock;
let dashboards: FakeDashboards;
let defined: MetricDescriptor[];
let recorded: MetricSample[];
let client: MonitoringClient;

beforeEach(() => {
  clock = new FakeClock(1_800_000_000_000);
  dashboards = new FakeDashboards();
  defined = [];
  recorded = [];
  const backend: Backend = {
    id: 'fake',
    metrics: fakeSource({ metadata: async ({ metric }) => metrics.filter(({ name }) => name === metric) }),
    dashboards,
    sink: {
      define: async (metric) => void defined.push(metric),
      record: async (samples) => void recorded.push(...samples),
    },
  };
  client = new MonitoringClient({ backend, clock });
});

describe('createDashboard', () => {
  it('needs no more than a name', async () => {
    const { id, revision, dashboard } = await client.createDashboard({ name: 'System Overview', description: 'Key' });
    expect([id, revision]).toEqual(['system-overview', 1]);
    expect(dashboard).toEqual({
      schemaVersion: 1,
      id: 'system-overview',
      name: 'System Overview',
      description: 'Key',
      timeRange: { from: 'now-1h', to: 'now' },
      refreshIntervalMs: 10_000,
      widgets: [],
    });
  });

  it('finds an id that is free, and refuses a given one that is taken', async () => {
    const ids = [];
    for (const name of ['Übersicht!', 'ubersicht', 'Ubersicht', '概要'])
      ids.push((await client.createDashboard({ name })).id);
    expect(ids).toEqual(['ubersicht', 'ubersicht-2', 'ubersicht-3', 'dashboard']);
    await expect(client.createDashboard({ id: 'dashboard', name: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('refuses what is no dashboard, and keeps nothing of it', async () => {
    await expect(client.createDashboard({ name: 'x', timeRange: 'yesterday' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(client.createDashboard({} as { name: string })).rejects.toMatchObject({ issues: [{ path: 'name' }] });
    expect(dashboards.stored.size).toBe(0);
  });
});

it('lists, changes and deletes dashboards', async () => {
  await client.createDashboard({ name: 'One' });
  const changed = await client.updateDashboard('one', { name: 'Uno', timeRange: '7d' });
  expect(changed.dashboard).toMatchObject({ id: 'one', name: 'Uno', timeRange: { from: 'now-7d', to: 'now' } });
  expect((await client.listDashboards()).map(({ id, revision }) => [id, revision])).toEqual([['one', 2]]);
  await client.deleteDashboard('one');
  await expect(client.getDashboard('one')).rejects.toMatchObject({ code: 'not_found' });
});

describe('addWidget', () => {
  const add = async (widget: Partial<NewWidget>) => {
    const handle = await client.createDashboard({ name: 'Widgets' });
    return handle.addWidget({ type: 'line_chart', title: 'API Usage', ...widget });
  };

  it("takes the commission's form", async () => {
    expect(await add({ metric: 'api_calls', timeRange: '24h' })).toEqual({
      id: 'api-usage',
      type: 'timeSeries',
      title: 'API Usage',
      layout: { x: 0, y: 0, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'rate(api_calls[$__rate_interval])' }],
      timeRange: { from: 'now-24h', to: 'now' },
    });
  });

  it.each([
    ['queue_length', 'queue_length'],
    ['latency_seconds', 'histogram_quantile(0.95, sum by (le) (rate(latency_seconds_bucket[$__rate_interval])))'],
    ['jobs_total', 'rate(jobs_total[$__rate_interval])'],
    ['jobs', 'jobs'],
  ])('shows %s as its type wants to be seen', async (metric, expr) => {
    expect((await add({ metric })).queries).toEqual([{ refId: 'A', expr }]);
  });

  it('takes a query, several, or none', async () => {
    const queries = [{ refId: 'B', expr: 'up' }];
    expect((await add({ expr: 'sum(up)' })).queries).toEqual([{ refId: 'A', expr: 'sum(up)' }]);
    expect((await add({ queries })).queries).toEqual(queries);
    expect(await add({ type: 'markdown', options: { text: 'Hello' } })).toMatchObject({ type: 'text', queries: [] });
  });

  it.each([
    ['more than one way to ask', { metric: 'up', expr: 'up' }, 'invalid'],
    ['a metric that cannot be', { metric: 'api calls' }, 'invalid'],
    ['a time range that is none', { timeRange: '24 hours' }, 'invalid'],
    ['a place beyond the grid', { layout: { x: 20, w: 12 } }, 'invalid'],
  ])('refuses %s', async (_, widget, code) => {
    await expect(add(widget)).rejects.toMatchObject({ code });
    expect((await dashboards.get('widgets')).dashboard.widgets).toEqual([]);
  });

  it('puts widgets beside each other while they fit, then below', async () => {
    const handle = await client.createDashboard({ name: 'Grid' });
    const types = ['line_chart', 'stat', 'stat', 'gauge', 'line_chart'];
    const layouts = [];
    for (const type of types) layouts.push((await handle.addWidget({ type, title: 'Same', expr: 'up' })).layout);
    expect(layouts).toEqual([
      { x: 0, y: 0, w: 12, h: 8 },
      { x: 12, y: 0, w: 6, h: 4 },
      { x: 18, y: 0, w: 6, h: 4 },
      { x: 0, y: 8, w: 6, h: 6 },
      { x: 6, y: 8, w: 12, h: 8 },
    ]);
    expect(handle.dashboard.widgets.map(({ id }) => id)).toEqual(['same', 'same-2', 'same-3', 'same-4', 'same-5']);
  });
});

describe('a dashboard handle', () => {
  it('makes changes that come at once one after the other, and over those of others', async () => {
    const mine = await client.createDashboard({ name: 'Shared' });
    const other = await client.getDashboard('shared');
    await other.addWidget({ type: 'stat', title: 'Theirs', expr: 'up' });
    await Promise.all(['First', 'Second'].map((title) => mine.addWidget({ type: 'stat', title, expr: 'up' })));
    expect(mine.revision).toBe(4);
    expect(mine.dashboard.widgets.map(({ title }) => title)).toEqual(['Theirs', 'First', 'Second']);
    expect(mine.dashboard.widgets.map(({ layout }) => layout.x)).toEqual([0, 6, 12]);
  });

  it('changes and removes widgets', async () => {
    const handle = await client.createDashboard({ name: 'Changing' });
    await handle.addWidget({ type: 'stat', title: 'Calls', metric: 'api_calls', field: { unit: 'reqps' } });
    const changes = { title: 'Queue', type: 'line', metric: 'queue_length', layout: { y: 3 } };
    expect(await handle.updateWidget('calls', changes)).toEqual({
      id: 'calls',
      type: 'timeSeries',
      title: 'Queue',
      layout: { x: 0, y: 3, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: 'queue_length' }],
      field: { unit: 'reqps' },
    });
    await expect(handle.removeWidget('queue')).rejects.toMatchObject({
      code: 'not_found',
      message: 'The dashboard "changing" has no widget "queue"; it has "calls".',
    });
    await handle.removeWidget('calls');
    expect((await handle.refresh()).widgets).toEqual([]);
  });

  it('goes on after a change that failed', async () => {
    const handle = await client.createDashboard({ name: 'Going on' });
    const failed = handle.addWidget({ type: '', title: 'x', expr: 'up' });
    const added = handle.addWidget({ type: 'stat', title: 'y', expr: 'up' });
    await expect(failed).rejects.toMatchObject({ code: 'invalid' });
    expect((await added).id).toBe('y');
  });
});

describe('metrics', () => {
  it('are made known with their description', async () => {
    await client.createMetric({ name: 'queue_length', type: 'gauge', description: 'Jobs.', labels: ['queue'] });
    expect(defined).toEqual([{ name: 'queue_length', type: 'gauge', help: 'Jobs.', labels: ['queue'] }]);
    await expect(client.createMetric({ name: 'a b', type: 'gauge' })).rejects.toMatchObject({
      issues: [{ path: 'name' }],
    });
  });

  it('are recorded now, unless a time is given', async () => {
    void client.recordMetric({ name: 'queue_length', value: 42, labels: { queue: 'mail' } });
    void client.recordMetric({ name: 'queue_length', value: 0, timeMs: 1000 });
    await client.flush();
    expect(recorded).toEqual([
      { labels: { __name__: 'queue_length', queue: 'mail' }, timeMs: clock.now(), value: 42 },
      { labels: { __name__: 'queue_length' }, timeMs: 1000, value: 0 },
    ]);
  });

  it.each([
    ['a bad name', { name: 'queue length', value: 1 }, '"queue length" is no name of a metric'],
    ['no name', { value: 1 }, 'undefined is no name of a metric'],
    ['a text for a value', { name: 'queue_length', value: '42' }, 'must be a number; found "42"'],
    ['NaN', { name: 'queue_length', value: Number.NaN }, 'is NaN: record finite numbers'],
    ['infinity', { name: 'queue_length', value: Number.POSITIVE_INFINITY }, 'is Infinity'],
    [
      'a label that is not declared',
      { name: 'queue_length', value: 1, labels: { host: 'a' } },
      'a label host, but with queue',
    ],
    ['a bad name of a label', { name: 'other', value: 1, labels: { 'a-b': 'x' } }, '"a-b" is no name of a label'],
    [
      'a label that is no text',
      { name: 'queue_length', value: 1, labels: { queue: 7 } },
      'must be a text; found number',
    ],
    ['a time that is none', { name: 'queue_length', value: 1, timeMs: 1.5 }, 'timeMs of queue_length'],
    ['labels that are none', { name: 'queue_length', value: 1, labels: ['mail'] }, 'must be an object'],
    ['nothing', undefined, 'takes an object such as'],
  ])('refuse %s without throwing, and say what to do', async (_, call, message) => {
    await client.createMetric({ name: 'queue_length', type: 'gauge', labels: ['queue'] });
    const outcome = client.recordMetric(call as unknown as { name: string; value: number });
    await expect(outcome).rejects.toMatchObject({ name: 'RecordError', code: 'invalid', lost: 1 });
    await expect(outcome).rejects.toThrow(message);
    await expect(client.flush()).rejects.toThrow(message);
    expect(recorded).toEqual([]);
  });
});

it('says what a backend lacks, and what to do', async () => {
  const { id, metrics: source } = client.backend;
  const poor = new MonitoringClient({ backend: { id, metrics: source, rules: { list: async () => [] } }, clock });
  const refusal = (call: () => Promise<unknown>): Promise<string> =>
    call().then(
      () => 'it worked',
      (error: GlasspaneError) => `${error.code}: ${error.message}`,
    );
  const said = await Promise.all([
    refusal(() => poor.createDashboard({ name: 'x' })),
    refusal(() => poor.createMetric({ name: 'x', type: 'gauge' })),
    refusal(() => poor.recordMetric({ name: 'x', value: 1 })),
    refusal(() => poor.createAlertRule({ condition: 'up == 0', name: 'x' })),
    refusal(() => poor.listReports()),
  ]);
  expect(said.map((text) => /has no "[\w.]+"/.exec(text)?.[0])).toEqual([
    'has no "dashboards"',
    'has no "sink"',
    'has no "sink"',
    'has no "rules.editor"',
    'has no "reports"',
  ]);
  expect(said[0]).toBe(
    'unsupported: The backend fake cannot keep dashboards: it has no "dashboards". Use a backend that has it, such as a ' +
      'glasspane-server, or add one: { ...backend, dashboards: … }.',
  );
  const handle = await client.createDashboard({ name: 'x' });
  expect(await refusal(() => handle.export({ format: 'pdf' }))).toContain('has no "exporter"');
  expect(await refusal(() => handle.scheduleReport({ recipients: ['a@b.c'] }))).toContain('has no "reports"');
});
