import { GlasspaneError } from '@glasspane/core';
import { compileAlerting, postAlerts } from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../../../core/src/testing/FakeClock.ts';
import type { DocumentChange, DocumentStore, StoredDocument } from '../documents/DocumentStore.ts';
import { createLogger } from '../log/createLogger.ts';
import { AlertEngine } from './AlertEngine.ts';
import { defaultAlertmanager } from './config/readAlertmanager.ts';
import { toAlertingConfig } from './config/toAlertingConfig.ts';

const compiled = compileAlerting(toAlertingConfig(defaultAlertmanager()), compileMatchers);
const GROUP_WAIT_MS = 30_000;

/** Documents in memory, which a test may break. */
class FakeDocuments implements DocumentStore {
  isBroken = false;
  readonly #values = new Map<string, Map<string, unknown>>();

  get<TValue>(collection: string, id: string): StoredDocument<TValue> | undefined {
    return this.list<TValue>(collection).find((document) => document.id === id);
  }

  list<TValue>(collection: string): readonly StoredDocument<TValue>[] {
    const entries = [...(this.#values.get(collection) ?? [])];
    return entries.map(([id, value]) => ({ id, revision: 1, updatedMs: 0, value: value as TValue }));
  }

  async apply(changes: readonly DocumentChange[]): Promise<readonly number[]> {
    if (this.isBroken) throw new GlasspaneError('unavailable', 'the disk is full');
    for (const { collection, id, value } of changes) {
      const values = this.#values.get(collection) ?? new Map<string, unknown>();
      this.#values.set(collection, values);
      if (value === undefined) values.delete(id);
      else values.set(id, JSON.parse(JSON.stringify(value)));
    }
    return changes.map(() => 1);
  }
}

let documents: FakeDocuments;
let clock: FakeClock;
let lines: string[];

beforeEach(() => {
  documents = new FakeDocuments();
  clock = new FakeClock(1_000_000);
  lines = [];
});

const open = () =>
  new AlertEngine({ documents, compiled, clock, log: createLogger('error', (line) => void lines.push(line)) });

const post = (engine: AlertEngine) =>
  engine.run((state) => {
    const alert = { labels: { alertname: 'A' }, annotations: {}, startsAtMs: clock.now() };
    return postAlerts(compiled, state, [alert], clock.now());
  });

describe('AlertEngine', () => {
  it('knows after a restart what it knew before', async () => {
    const engine = open();
    await engine.start();
    await post(engine);
    await clock.advance(GROUP_WAIT_MS);
    expect(engine.state.incidents.size).toBe(1);
    const { alerts, alertGroups, incidents, notificationLog } = open().state;
    const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
    expect([...alerts.values()]).toEqual(plain([...engine.state.alerts.values()]));
    expect([...alertGroups.values()]).toEqual(plain([...engine.state.alertGroups.values()]));
    expect([...incidents.values()]).toEqual(plain([...engine.state.incidents.values()]));
    expect(notificationLog.size).toBe(0);
  });

  it('looks at what fell due while it was away', async () => {
    const engine = open();
    await engine.start();
    await post(engine);
    await engine.stop();
    expect(clock.pending).toBe(0);
    await clock.advance(2 * GROUP_WAIT_MS);
    const next = open();
    await next.start();
    await clock.advance(0);
    expect(next.state.incidents.size).toBe(1);
  });

  it('changes nothing that the disk does not take, and tries again what is due', async () => {
    const engine = open();
    await engine.start();
    documents.isBroken = true;
    await expect(post(engine)).rejects.toThrow('the disk is full');
    expect(engine.state.alerts.size).toBe(0);
    documents.isBroken = false;
    await post(engine);
    documents.isBroken = true;
    await clock.advance(GROUP_WAIT_MS + 2_000);
    expect(engine.state.incidents.size).toBe(0);
    expect(lines.length).toBeGreaterThan(1);
    documents.isBroken = false;
    await clock.advance(1_000);
    expect(engine.state.incidents.size).toBe(1);
  });

  it('takes steps one after the other, whatever becomes of them', async () => {
    const engine = open();
    const failing = engine.run(() => {
      throw new Error('no');
    });
    const following = post(engine);
    await expect(failing).rejects.toThrow('no');
    expect((await following).alerts.size).toBe(1);
  });
});
