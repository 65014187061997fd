import type { Backend, Clock, Frame, LogSource, MetricSource, QueryResult } from '@glasspane/core';
import { printSelector } from '@glasspane/promql/syntax';
import { describe, expect, it, type TestContext } from 'vitest';
import { createMemoryBackend, type MemoryBackend } from '../memory/createMemoryBackend.ts';
import type { AdapterInstance } from './AdapterUnderTest.ts';
import { createFixture } from './fixture.ts';
import { equal, type SuiteContext } from './Suite.ts';
import { promqlSuite } from './suites/promqlSuite.ts';
import { SUITES } from './suites.ts';

/** Waits a hundredth of the time. */
const hastyClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs / 100);
    return () => clearTimeout(timer);
  },
};

type Defect = (backend: MemoryBackend) => Backend;

/** Runs every rule against a backend, and returns the numbers of those that it breaks. */
async function brokenRules(alter: Defect): Promise<readonly string[]> {
  const create = async (): Promise<AdapterInstance> => {
    const memory = createMemoryBackend({ clock: hastyClock });
    return {
      backend: alter(memory),
      async load(series, metadata) {
        for (const descriptor of metadata) await memory.sink.define(descriptor);
        await memory.sink.record(
          series.flatMap(({ labels, samples }) => samples.map(([timeMs, value]) => ({ labels, timeMs, value }))),
        );
      },
      loadLogs: async (entries) => memory.logs.append(entries),
      close: async () => undefined,
    };
  };
  const rules: { readonly id: string; readonly check: (test: TestContext) => Promise<void> }[] = [];
  const instance = await create();
  const fixture = createFixture(Date.now());
  const context: SuiteContext = {
    rule: (id, _, check) => rules.push({ id, check }),
    instance: () => instance,
    fixture: () => fixture,
    create,
    select: (metric, ...matchers) => printSelector([equal('__name__', metric), ...matchers]),
    invalidQuery: 'sum(',
    patienceMs: 1000,
  };
  for (const suite of [...Object.values(SUITES), promqlSuite]) suite(context);
  await instance.load(fixture.series, fixture.metadata);
  const broken: string[] = [];
  for (const { id, check } of rules) await check({} as TestContext).catch(() => broken.push(id));
  return broken;
}

const withMetrics = (backend: MemoryBackend, changes: Partial<MetricSource>): Backend => ({
  ...backend,
  metrics: { ...backend.metrics, ...changes },
});

/** Changes every frame on its way out. */
const withFrames =
  (change: (frame: Frame) => Frame): Defect =>
  (backend) => {
    const changed = ({ frame, notices }: QueryResult): QueryResult => ({ frame: change(frame), notices });
    const { queryInstant, queryRange } = backend.metrics;
    return withMetrics(backend, {
      queryInstant: async (request, signal) => changed(await queryInstant(request, signal)),
      queryRange: async (request, signal) => changed(await queryRange(request, signal)),
    });
  };

/** Changes the logs; those of the backend are an instance of a class. */
const withLogChanges = ({ logs, ...backend }: MemoryBackend, changes: Partial<LogSource>): Backend => ({
  ...backend,
  logs: {
    query: (request, signal) => logs.query(request, signal),
    labelNames: (range, signal) => logs.labelNames(range, signal),
    labelValues: (name, range, signal) => logs.labelValues(name, range, signal),
    tail: (subscription) => logs.tail(subscription),
    ...changes,
  },
});

const DEFECTS: readonly (readonly [name: string, defect: Defect, broken: readonly string[]])[] = [
  [
    'takes NaN for a gap',
    withFrames(({ length, fields }) => ({
      length,
      fields: fields.map((field) => {
        if (field.kind !== 'number' || !field.values.some(Number.isNaN)) return field;
        return { ...field, gaps: Uint8Array.from(field.values, (value) => Number(Number.isNaN(value))) };
      }),
    })),
    ['V2', 'V4'],
  ],
  [
    'loses labels that are no own properties of a literal',
    withFrames(({ length, fields }) => ({
      length,
      fields: fields.map((field) => {
        if (field.kind !== 'number') return field;
        const labels: Record<string, string> = {};
        for (const [name, value] of Object.entries(field.labels)) labels[name] = value;
        return { ...field, labels };
      }),
    })),
    ['O3'],
  ],
  [
    'leaves the end of the range out',
    (backend) =>
      withMetrics(backend, {
        queryRange: (request, signal) => backend.metrics.queryRange({ ...request, endMs: request.endMs - 1 }, signal),
      }),
    ['R1', 'R3'],
  ],
  [
    'aligns the start of the range',
    (backend) =>
      withMetrics(backend, {
        queryRange: (request, signal) =>
          backend.metrics.queryRange(
            { ...request, startMs: Math.floor(request.startMs / request.stepMs) * request.stepMs },
            signal,
          ),
      }),
    ['R4', 'R9'],
  ],
  [
    'does not know limits',
    (backend) => {
      const { queryInstant, queryRange, series, labelNames, labelValues, metadata } = backend.metrics;
      return withMetrics(backend, {
        queryInstant: ({ expr, timeMs }, signal) => queryInstant({ expr, timeMs }, signal),
        queryRange: ({ expr, startMs, endMs, stepMs }, signal) => queryRange({ expr, startMs, endMs, stepMs }, signal),
        series: (request, signal) => series({ ...request, limit: undefined }, signal),
        labelNames: (request, signal) => labelNames({ ...request, limit: undefined }, signal),
        labelValues: (name, request, signal) => labelValues(name, { ...request, limit: undefined }, signal),
        metadata: ({ metric }, signal) => metadata({ metric }, signal),
      });
    },
    ['I5', 'R8', 'L8', 'M4'],
  ],
  [
    'does not listen to the signal of one call',
    (backend) => withMetrics(backend, { labelNames: (request) => backend.metrics.labelNames(request) }),
    ['E3', 'E4'],
  ],
  [
    'rejects with errors of another kind',
    (backend) =>
      withMetrics(backend, {
        queryInstant: (request, signal) =>
          backend.metrics.queryInstant(request, signal).catch((error) => Promise.reject(new Error(String(error)))),
      }),
    ['E1', 'E3', 'E4', 'P11'],
  ],
  [
    'answers an unknown selector with an error',
    (backend) =>
      withMetrics(backend, {
        series: async (request, signal) => {
          const found = await backend.metrics.series(request, signal);
          if (found.length === 0) throw new Error('no such series');
          return found;
        },
      }),
    ['L6'],
  ],
  [
    'lists label names as they come',
    (backend) =>
      withMetrics(backend, {
        labelNames: async (request, signal) => [...(await backend.metrics.labelNames(request, signal))].reverse(),
      }),
    ['L4'],
  ],
  [
    'looks at the selectors one by one',
    (backend) =>
      withMetrics(backend, {
        series: async ({ selectors = [], ...request }, signal) =>
          (
            await Promise.all(
              selectors.map((selector) => backend.metrics.series({ ...request, selectors: [selector] }, signal)),
            )
          ).flat(),
      }),
    ['L2', 'L7'],
  ],
  [
    'keeps one frame and writes into it',
    (backend) => {
      let shared: QueryResult | undefined;
      return withMetrics(backend, {
        queryRange: async (request, signal) => {
          const result = await backend.metrics.queryRange(request, signal);
          if (shared !== undefined)
            for (const field of shared.frame.fields) if (field.kind === 'number') field.values.fill(0);
          shared = result;
          return result;
        },
      });
    },
    ['F1', 'F2'],
  ],
  ['has one id for all', (backend) => ({ ...backend, id: 'memory' }), ['F3']],
  [
    'tells subscribers of everything',
    (backend) =>
      withMetrics(backend, {
        subscribe: (subscription) =>
          backend.metrics.subscribe?.({ ...subscription, selectors: [[]] }) ?? (() => undefined),
      }),
    ['S1'],
  ],
  [
    'never ends a subscription',
    (backend) =>
      withMetrics(backend, {
        subscribe: (subscription) => {
          backend.metrics.subscribe?.(subscription);
          return () => undefined;
        },
      }),
    ['S2'],
  ],
  [
    'records samples one by one',
    (backend) => ({
      ...backend,
      sink: {
        ...backend.sink,
        record: async (samples) => {
          for (const sample of samples) await backend.sink.record([sample]);
        },
      },
    }),
    ['W2'],
  ],
  [
    'lets the last change of a dashboard win',
    (backend) => ({
      ...backend,
      dashboards: {
        ...backend.dashboards,
        update: async (dashboard) => {
          const { revision } = await backend.dashboards.get(dashboard.id);
          return backend.dashboards.update(dashboard, revision);
        },
      },
    }),
    ['D3'],
  ],
  [
    'drops what it does not know of a dashboard',
    (backend) => ({
      ...backend,
      dashboards: {
        ...backend.dashboards,
        create: ({ schemaVersion, id, name, timeRange, widgets }) =>
          backend.dashboards.create({ schemaVersion, id, name, timeRange, widgets }),
      },
    }),
    ['D1'],
  ],
  [
    'hides paused rules',
    (backend) => ({
      ...backend,
      rules: {
        ...backend.rules,
        list: async () => (await backend.rules.list()).filter(({ isPaused }) => !isPaused),
      },
    }),
    ['A3'],
  ],
  [
    'never ends a silence',
    (backend) => ({ ...backend, silences: { ...backend.silences, expire: () => Promise.resolve() } }),
    ['Z2'],
  ],
  [
    'never forgets an annotation',
    (backend) => ({ ...backend, annotations: { ...backend.annotations, delete: () => Promise.resolve() } }),
    ['N5'],
  ],
  [
    'finds the oldest lines first',
    (backend) =>
      withLogChanges(backend, { query: (request) => backend.logs.query({ ...request, direction: 'forward' }) }),
    ['G1', 'G2'],
  ],
  [
    'includes the end of a time range of logs',
    (backend) =>
      withLogChanges(backend, { query: (request) => backend.logs.query({ ...request, endMs: request.endMs + 1 }) }),
    ['G3'],
  ],
  [
    'drops the line filters of a query',
    (backend) =>
      withLogChanges(backend, {
        query: (request) => backend.logs.query({ ...request, expr: request.expr.replace(/\}.*$/s, '}') }),
        tail: (subscription) => backend.logs.tail({ ...subscription, expr: subscription.expr.replace(/\}.*$/s, '}') }),
      }),
    ['G4', 'G9'],
  ],
];

describe('the rules of the kit', () => {
  it('hold for the memory backend', async () => {
    expect(await brokenRules((backend) => backend)).toEqual([]);
  });

  it.each(DEFECTS)('notice an adapter that %s', async (_, defect, broken) => {
    expect(await brokenRules(defect)).toEqual(expect.arrayContaining([...broken]));
  });
});
