import {
  compileAlerting,
  type DeliveryOutcome,
  type OutboxEntry,
  postAlerts,
  reduceIncident,
} from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, settle } from '../../../core/src/testing/FakeClock.ts';
import type { DocumentStore } from '../documents/DocumentStore.ts';
import { createLogger } from '../log/createLogger.ts';
import { AlertEngine } from './AlertEngine.ts';
import type { ChannelConfig } from './config/AlertmanagerConfig.ts';
import { createNotificationInstruments } from './createInstruments.ts';
import { NotificationSender } from './NotificationSender.ts';

const GROUPS = 40;
const MAX_AT_ONCE = 16;
const INTEGRATION = 'ops/webhook/0';
const compiled = compileAlerting(
  {
    route: {
      receiver: 'ops',
      matchers: [],
      shouldContinue: false,
      groupBy: ['i'],
      groupWaitMs: 0,
      groupIntervalMs: 60_000,
      repeatIntervalMs: 3_600_000,
      routes: [],
    },
    receivers: [{ name: 'ops', integrations: [{ id: INTEGRATION, type: 'webhook', sendResolved: true }] }],
    inhibitRules: [],
    resolveTimeoutMs: 3_600_000,
  },
  compileMatchers,
);
const documents: DocumentStore = {
  get: () => undefined,
  list: () => [],
  apply: async (changes) => changes.map(() => 1),
};

let clock: FakeClock;
let lines: string[];
let attempts: OutboxEntry[];
let running: number;
let most: number;
/** How an attempt ends. */
let outcome: (entry: OutboxEntry) => DeliveryOutcome | Promise<DeliveryOutcome>;
let engine: AlertEngine;
let sender: NotificationSender;

beforeEach(async () => {
  clock = new FakeClock(1_000_000);
  lines = [];
  attempts = [];
  [running, most] = [0, 0];
  outcome = () => ({ type: 'delivered' });
  const log = createLogger('info', (line) => void lines.push(line));
  engine = new AlertEngine({ documents, compiled, clock, log });
  sender = new NotificationSender({
    engine,
    channels: new Map([[INTEGRATION, {} as ChannelConfig]]),
    async send(_channel, entry) {
      attempts.push(entry);
      running += 1;
      most = Math.max(most, running);
      await settle();
      running -= 1;
      return await outcome(entry);
    },
    instruments: createNotificationInstruments(),
    log,
    closing: new AbortController().signal,
  });
  await engine.start();
  sender.start();
});

afterEach(async () => {
  await sender.stop();
  await engine.stop();
});

async function post(count: number, endsAtMs?: number): Promise<void> {
  const alerts = Array.from({ length: count }, (_, i) => ({
    labels: { alertname: 'A', i: `${i}` },
    annotations: {},
    startsAtMs: 1,
    endsAtMs,
  }));
  await engine.run((state) => postAlerts(compiled, state, alerts, clock.now()));
  await clock.advance(0);
}

/** Lets everything happen that needs no time. */
async function untilQuiet(): Promise<void> {
  for (let turn = 0; turn < 5 * GROUPS; turn += 1) await clock.advance(0);
}

describe('NotificationSender', () => {
  it('sends all of a long outbox once, some at once, and says so in the log', async () => {
    await post(GROUPS);
    await untilQuiet();
    expect(new Set(attempts.map(({ id }) => id)).size).toBe(GROUPS);
    expect(attempts).toHaveLength(GROUPS);
    expect(most).toBe(MAX_AT_ONCE);
    expect(engine.state.outbox.size).toBe(0);
    const sent = lines.filter((line) => line.includes('msg="a notification was sent"'));
    expect(sent).toHaveLength(GROUPS);
    expect(sent[0]).toMatch(
      /integration=ops\/webhook\/0 notification=\S+ status=firing group="\{\}:\{i=.*\}" alerts=1\n$/,
    );
  });

  it('tries again what failed while others go on, with the same key', async () => {
    outcome = ({ notification }) =>
      notification.groupLabels.i === '3' && attempts.length <= GROUPS
        ? { type: 'failed', error: 'HTTP 503', isFinal: false }
        : { type: 'delivered' };
    await post(GROUPS);
    await untilQuiet();
    expect(engine.state.outbox.size).toBe(1);
    await clock.advance(1_000);
    await untilQuiet();
    expect(engine.state.outbox.size).toBe(0);
    const tries = attempts.filter(({ notification }) => notification.groupLabels.i === '3');
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    expect(attempts).toHaveLength(GROUPS + 1);
  });

  it('says in the log which incidents opened and which ended, without a line for each of very many', async () => {
    await post(2);
    await untilQuiet();
    expect(lines.filter((line) => line.includes('msg="an incident was opened"'))).toHaveLength(2);
    expect(lines[0]).toMatch(
      /level=info msg="an incident was opened" incident=\S+ title="A \(i=0\)" severity=warning alerts=1\n$/,
    );
    await engine.run((state) => {
      const [first] = state.incidents.values();
      if (first === undefined) throw new Error('There is no incident.');
      const value = reduceIncident(first, { type: 'acknowledge', by: 'Ada L' }, clock.now());
      const changes = [{ collection: 'incidents', id: value.id, value }] as const;
      return { state: { ...state, incidents: new Map([...state.incidents, [value.id, value]]) }, changes };
    });
    expect(lines.at(-1)).toMatch(/msg="an incident was acknowledged" incident=\S+ title="A \(i=0\)".* by="Ada L"\n$/);
    await post(2, clock.now());
    await clock.advance(60_000);
    expect(lines.filter((line) => line.includes('msg="an incident was resolved"'))).toHaveLength(2);
    lines.length = 0;
    await post(GROUPS);
    await untilQuiet();
    expect(lines.filter((line) => line.includes('msg="an incident was opened"'))).toHaveLength(20);
    expect(lines.find((line) => line.includes('more of them'))).toMatch(/count=\d+\n$/);
  });
});
