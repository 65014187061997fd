import { createQuerySource, SeriesStore } from '@glasspane/adapters/memory';
import type { AlertingRule, PostedAlert, Rule } from '@glasspane/core/alerting';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentChange, DocumentStore } from '../documents/DocumentStore.ts';
import { createLogger } from '../log/createLogger.ts';
import { RuleRunner, type RuleTiming, type RuleWorld } from './RuleRunner.ts';
import { RuleStateStore } from './RuleStateStore.ts';

const MINUTE = 60_000;
const TIMING: RuleTiming = { intervalMs: MINUTE, queryOffsetMs: 0, limit: 0 };
const signal = new AbortController().signal;

let store: SeriesStore;
let kept: Map<string, unknown>;
/** What happened, in order: `save`, `post`, `append`. */
let events: string[];
let posted: PostedAlert[];
/** What stands in the log. */
let lines: string[];
let failPost: boolean;
let failSave: boolean;

const documents: DocumentStore = {
  get: <TValue>(_: string, id: string) =>
    kept.has(id) ? { id, revision: 1, updatedMs: 0, value: kept.get(id) as TValue } : undefined,
  list: () => [],
  async apply(changes: readonly DocumentChange[]) {
    if (failSave) throw new Error('the disk is full');
    events.push('save');
    for (const { id, value } of changes) {
      // As a restart would find it.
      if (value === undefined) kept.delete(id);
      else kept.set(id, JSON.parse(JSON.stringify(value)));
    }
    return changes.map(() => 1);
  },
};

function world(): RuleWorld {
  return {
    metrics: createQuerySource(store),
    store: {
      append: async ({ samples }) => {
        events.push('append');
        store.append(samples);
      },
    },
    states: new RuleStateStore(documents),
    receiver: {
      post: async (alerts) => {
        if (failPost) throw new Error('the receiver is away');
        events.push('post');
        posted.push(...alerts);
      },
    },
    clock: { now: () => 0, setTimeout: () => () => undefined },
    log: createLogger('info', (line) => void lines.push(line)),
    externalUrl: () => 'http://server',
    externalLabels: { region: 'eu' },
    stopwatch: () => 0,
  };
}

const RULE: AlertingRule = {
  type: 'alerting',
  name: 'High',
  expr: 'load > 5',
  forMs: 2 * MINUTE,
  keepFiringForMs: 0,
  labels: { severity: 'page' },
  annotations: { summary: '{{ $labels.host }} is at {{ $value }}' },
};

const runnerOf = (rule: Rule = RULE, timing: RuleTiming = TIMING): RuleRunner =>
  new RuleRunner({ key: 'k', rule, receivers: ['email'] }, timing, world());

function load(host: string, minute: number, value: number): void {
  store.append([{ labels: { __name__: 'load', host }, timeMs: minute * MINUTE, value }]);
}

async function valuesOf(expr: string, minute: number): Promise<readonly (readonly [string, number | undefined])[]> {
  const { frame } = await createQuerySource(store).queryInstant({ expr, timeMs: minute * MINUTE });
  return frame.fields.flatMap((field) =>
    field.kind === 'number' ? [[field.labels.alertstate ?? field.labels.__name__ ?? '', field.values[0]] as const] : [],
  );
}

beforeEach(() => {
  store = new SeriesStore();
  kept = new Map();
  events = [];
  posted = [];
  lines = [];
  failPost = false;
  failSave = false;
});

describe('RuleRunner', () => {
  it('raises an alert, keeps it before anybody hears of it, and ends it', async () => {
    const runner = runnerOf();
    for (let minute = 1; minute <= 4; minute += 1) {
      load('a', minute, minute < 4 ? 6 + minute : 1);
      await runner.evaluate(minute * MINUTE, signal);
    }
    expect(posted).toEqual([
      {
        labels: { alertname: 'High', host: 'a', severity: 'page', region: 'eu' },
        annotations: { summary: 'a is at 9' },
        startsAtMs: 3 * MINUTE,
        endsAtMs: 7 * MINUTE,
        generatorUrl: 'http://server/api/v1/query?query=load%20%3E%205',
        receivers: ['email'],
      },
      expect.objectContaining({ startsAtMs: 3 * MINUTE, endsAtMs: 4 * MINUTE }),
    ]);
    // The pending and the firing one were saved first; the second evaluation changed nothing that has to be.
    expect(events).toEqual(['save', 'append', 'append', 'save', 'append', 'post', 'save', 'append', 'post']);
  });

  it('says in the log once that an alert began to fire, also over a restart, and once that it was resolved', async () => {
    for (let minute = 1; minute <= 5; minute += 1) {
      load('a', minute, minute < 4 ? 6 : 1);
      load('b', minute, 1);
      await runnerOf().evaluate(minute * MINUTE, signal);
    }
    expect(lines.map((line) => line.replace(/^time=\S+ /, '').trimEnd())).toEqual([
      String.raw`level=info msg="an alert began to fire" alert=High labels="{host=\"a\", severity=\"page\"}" value=6`,
      String.raw`level=info msg="an alert was resolved" alert=High labels="{host=\"a\", severity=\"page\"}"`,
    ]);
  });

  it('writes ALERTS and ALERTS_FOR_STATE, and ends them', async () => {
    const runner = runnerOf();
    load('a', 1, 7);
    await runner.evaluate(MINUTE, signal);
    expect(await valuesOf('ALERTS', 1)).toEqual([['pending', 1]]);
    expect(await valuesOf('ALERTS_FOR_STATE', 1)).toEqual([['ALERTS_FOR_STATE', 60]]);
    load('a', 3, 7);
    await runner.evaluate(3 * MINUTE, signal);
    expect(await valuesOf('ALERTS', 3)).toEqual([['firing', 1]]);
    load('a', 4, 0);
    await runner.evaluate(4 * MINUTE, signal);
    expect(await valuesOf('{__name__=~"ALERTS.*"}', 4)).toEqual([]);
  });

  it('goes on after a restart where it was', async () => {
    load('a', 1, 7);
    await runnerOf().evaluate(MINUTE, signal);
    load('a', 3, 7);
    const restarted = runnerOf();
    await restarted.evaluate(3 * MINUTE, signal);
    expect(restarted.state.alerts).toMatchObject([{ state: 'firing', activeAtMs: MINUTE, firedAtMs: 3 * MINUTE }]);
    load('a', 4, 0);
    const again = runnerOf();
    await again.evaluate(4 * MINUTE, signal);
    expect(posted.at(-1)).toMatchObject({ endsAtMs: 4 * MINUTE });
    // The series of the process before are ended as well.
    expect(await valuesOf('ALERTS', 4)).toEqual([]);
  });

  it('starts anew after a restart with another expression', async () => {
    load('a', 1, 7);
    await runnerOf().evaluate(MINUTE, signal);
    load('a', 3, 7);
    const restarted = runnerOf({ ...RULE, expr: 'load > 4' });
    await restarted.evaluate(3 * MINUTE, signal);
    expect(restarted.state.alerts).toMatchObject([{ state: 'pending', activeAtMs: 3 * MINUTE }]);
  });

  it('forgets what was pending when nobody looked for more than an hour', async () => {
    const rule = { ...RULE, forMs: 150 * MINUTE };
    load('a', 1, 7);
    await runnerOf(rule).evaluate(MINUTE, signal);
    for (const [minute, activeAtMs] of [
      [50, MINUTE],
      [100, MINUTE],
      [200, 200 * MINUTE],
    ] as const) {
      load('a', minute, 7);
      const restarted = runnerOf(rule);
      await restarted.evaluate(minute * MINUTE, signal);
      expect(restarted.state.alerts).toMatchObject([{ activeAtMs }]);
    }
  });

  it('keeps its alerts when an evaluation fails, and says why', async () => {
    const runner = runnerOf({ ...RULE, expr: 'load > on (host) group_left () limits' });
    const limit = (minute: number, kind: string): void =>
      void store.append([{ labels: { __name__: 'limits', host: 'a', kind }, timeMs: minute * MINUTE, value: 5 }]);
    limit(1, 'x');
    load('a', 1, 7);
    await runner.evaluate(MINUTE, signal);
    limit(2, 'y');
    load('a', 2, 7);
    await runner.evaluate(2 * MINUTE, signal);
    expect(runner.last?.error).toContain('many-to-many');
    expect(runner.state.alerts).toMatchObject([{ activeAtMs: MINUTE }]);
  });

  it('tells again what the receiver did not take', async () => {
    const runner = runnerOf({ ...RULE, forMs: 0 });
    failPost = true;
    load('a', 1, 7);
    await runner.evaluate(MINUTE, signal);
    expect(runner.last?.error).toBe('the receiver is away');
    failPost = false;
    await runner.evaluate(MINUTE + 1, signal);
    expect(posted).toMatchObject([{ startsAtMs: MINUTE }]);
  });

  it('tells nobody of what could not be kept', async () => {
    const runner = runnerOf({ ...RULE, forMs: 0 });
    failSave = true;
    load('a', 1, 7);
    await runner.evaluate(MINUTE, signal);
    expect([runner.last?.error, runner.state.alerts, posted]).toEqual(['the disk is full', [], []]);
  });

  it('refuses series that become the same, and more than the limit', async () => {
    load('a', 1, 7);
    load('b', 1, 7);
    const same = runnerOf({ ...RULE, labels: { host: 'x' } });
    await same.evaluate(MINUTE, signal);
    expect(same.last?.error).toContain('same labelset after applying alert labels');
    const limited = runnerOf(RULE, { ...TIMING, limit: 1 });
    await limited.evaluate(MINUTE, signal);
    expect(limited.last?.error).toBe('exceeded limit of 1 with 2 alerts');
    expect(kept.size).toBe(0);
  });

  it('asks queries and regular expressions of templates', async () => {
    load('a', 1, 7);
    const summary =
      '{{ with query "load" }}{{ . | first | value }}{{ end }} {{ reReplaceAll "(a+)(b)" "<$2$1>" "xaabab" }} {{ match "^h" "host" }}';
    const runner = runnerOf({ ...RULE, annotations: { summary } });
    await runner.evaluate(MINUTE, signal);
    expect(runner.state.alerts[0]?.annotations.summary).toBe('7 x<baa><ba> true');
  });

  it('records series, and ends those that are gone', async () => {
    const runner = runnerOf({
      type: 'recording',
      name: 'host:load:max',
      expr: 'max by (host) (load)',
      labels: { l: 'x' },
    });
    load('a', 1, 7);
    await runner.evaluate(MINUTE, signal);
    expect(await valuesOf('host:load:max{host="a",l="x"}', 1)).toEqual([['host:load:max', 7]]);
    await runner.evaluate(7 * MINUTE, signal);
    expect(await valuesOf('host:load:max', 7)).toEqual([]);
    expect(events).toEqual(['append', 'append']);
  });
});
