import type { Backend } from '@glasspane/core';
import { silent, unreachable } from '../fakes/faults.ts';
import { InMemoryAlerts } from '../fakes/InMemoryAlerts.ts';
import { sampleAlerts } from '../fakes/sampleAlerts.ts';
import { sampleBackend, sampleClock } from '../sampleBackend.ts';

const { metrics } = sampleBackend;

let made = 0;

/** Returns a backend whose alerts are in memory, one of them silenced; each call starts anew. */
export async function alertsBackend(alerts = sampleAlerts(sampleClock.now())): Promise<Backend> {
  const store = new InMemoryAlerts(alerts, sampleClock);
  await store.silences.create({
    matchers: [
      { name: 'alertname', operator: '=', value: 'daily_budget' },
      { name: 'team', operator: '=~', value: 'agents|search' },
    ],
    startsAtMs: sampleClock.now() - 3_600_000,
    endsAtMs: sampleClock.now() + 5_400_000,
    createdBy: 'grace@example.com',
    comment: 'The budget of January is being raised.',
  });
  made += 1;
  return { id: `alerts-${made}`, metrics, alerts: store.source, silences: store.silences };
}

export const unreachableAlerts: Backend = {
  id: 'alerts-unreachable',
  metrics,
  alerts: unreachable(),
  silences: unreachable(),
};

export const silentAlerts: Backend = { id: 'alerts-silent', metrics, alerts: silent(), silences: silent() };

export const withoutAlerts: Backend = { id: 'alerts-none', metrics };
