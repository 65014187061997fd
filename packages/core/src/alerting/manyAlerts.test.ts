import { describe, expect, it } from 'vitest';
import { compileMatchers } from '../testing/compileMatchers.ts';
import { compileAlerting } from './AlertingConfig.ts';
import { type AlertingState, type AlertingStep, emptyAlertingState } from './AlertingState.ts';
import { flushGroups } from './flushGroups.ts';
import type { OutboxEntry } from './OutboxEntry.ts';
import type { PostedAlert } from './PostedAlert.ts';
import { postAlerts, resumeAlerting } from './postAlerts.ts';

const COUNT = 50;
const VALID_MS = 240_000;
const route = {
  receiver: 'ops',
  matchers: [],
  shouldContinue: false,
  groupBy: ['i'],
  groupWaitMs: 10_000,
  groupIntervalMs: 60_000,
  repeatIntervalMs: 3_600_000,
  routes: [],
};
const compiled = compileAlerting(
  {
    route,
    receivers: [{ name: 'ops', integrations: [{ id: 'ops/webhook/0', type: 'webhook', sendResolved: true }] }],
    inhibitRules: [],
    resolveTimeoutMs: 300_000,
  },
  compileMatchers,
);

const reports = (nowMs: number, change: Partial<PostedAlert> = {}): readonly PostedAlert[] =>
  Array.from({ length: COUNT }, (_, i) => ({
    labels: { alertname: 'A', i: `${i}` },
    annotations: { summary: 'one' },
    startsAtMs: 1,
    endsAtMs: nowMs + VALID_MS,
    ...change,
  }));

/** What a server finds after kill -9: only what it was told to write down. */
class Disk {
  state: AlertingState = emptyAlertingState();
  #kept: AlertingState = emptyAlertingState();
  #ids = 0;
  readonly written: string[] = [];

  post(nowMs: number, change?: Partial<PostedAlert>): void {
    this.take(postAlerts(compiled, this.state, reports(nowMs, change), nowMs));
  }

  flush(nowMs: number): void {
    const newId = (): string => {
      this.#ids += 1;
      return `id-${this.#ids}`;
    };
    this.take(flushGroups(compiled, this.state, { nowMs, newId }));
  }

  take({ state, changes }: AlertingStep): void {
    this.state = state;
    this.written.splice(0, this.written.length, ...changes.map(({ collection }) => collection));
    for (const { collection, id, value } of changes) {
      const entries = new Map<string, unknown>(this.#kept[collection]);
      if (value === undefined) entries.delete(id);
      else entries.set(id, JSON.parse(JSON.stringify(value)));
      this.#kept = { ...this.#kept, [collection]: entries };
    }
  }

  crash(nowMs: number): void {
    this.state = this.#kept;
    this.take(resumeAlerting(compiled, this.state, nowMs));
  }
}

/** A map that counts how often all of it is looked at. */
class WatchedMap extends Map<string, OutboxEntry> {
  looks = 0;

  override values(): MapIterator<OutboxEntry> {
    this.looks += 1;
    return super.values();
  }
}

function told(): Disk {
  const disk = new Disk();
  disk.post(1_000);
  disk.flush(11_000);
  return disk;
}

describe('many alerts', () => {
  it('are written down when they come and when what they say changes, not at every word of them', () => {
    const disk = new Disk();
    disk.post(1_000);
    expect(disk.written).toHaveLength(2 * COUNT);
    disk.flush(11_000);
    disk.post(61_000);
    expect(disk.written).toEqual([]);
    expect([...disk.state.alerts.values()].every(({ endsAtMs }) => endsAtMs === 61_000 + VALID_MS)).toBe(true);
    disk.post(121_000, { annotations: { summary: 'two' } });
    expect(disk.written).toEqual(Array.from({ length: COUNT }, () => 'alerts'));
    disk.post(122_000, { annotations: { summary: 'two' }, endsAtMs: 10_000_000 });
    expect(disk.written).toHaveLength(COUNT);
  });

  it('go on after a crash that forgot the last words of them', () => {
    const disk = told();
    disk.post(600_000);
    disk.crash(700_000);
    disk.state = { ...disk.state, outbox: new Map() };
    disk.flush(700_001);
    expect(disk.state.outbox.size).toBe(0);
    expect([...disk.state.alerts.values()].every(({ endsAtMs }) => endsAtMs >= 700_000 + VALID_MS)).toBe(true);
  });

  it('cost no writes when their groups are looked at in vain, and tell nothing twice after a crash', () => {
    const disk = told();
    disk.post(60_000);
    disk.flush(71_000);
    expect(disk.written).toEqual([]);
    expect([...disk.state.alertGroups.values()].every(({ nextFlushMs }) => nextFlushMs === 131_000)).toBe(true);
    const before = disk.state.outbox.size;
    disk.crash(80_000);
    disk.flush(80_001);
    expect(disk.state.outbox.size).toBe(before);
    expect(disk.state.incidents.size).toBe(COUNT);
  });

  it('look at the outbox once, however many groups there are', () => {
    const disk = told();
    const outbox = new WatchedMap(disk.state.outbox);
    expect(outbox.size).toBe(COUNT);
    disk.state = { ...disk.state, outbox };
    disk.flush(71_000);
    expect(outbox.looks).toBe(1);
  });

  it('are all in a group of many', () => {
    const all = compileAlerting(
      { route: { ...route, groupBy: [] }, receivers: [], inhibitRules: [], resolveTimeoutMs: 1 },
      compileMatchers,
    );
    const once = postAlerts(all, emptyAlertingState(), reports(1_000), 1_000).state;
    const twice = postAlerts(all, once, reports(2_000), 2_000).state;
    const [group] = [...twice.alertGroups.values()];
    expect(new Set(group?.alerts).size).toBe(COUNT);
    expect(group?.alerts).toHaveLength(COUNT);
  });
});
