import { silenceState } from '@glasspane/core/alerting';
import { gauge } from '../collect/exposition/metricFamily.ts';
import { Counter } from '../collect/registry/Counter.ts';
import type { Instrument } from '../collect/registry/Instrument.ts';
import type { AlertEngine } from './AlertEngine.ts';

/** What is counted of notifications, under Alertmanager's names. */
export interface NotificationInstruments {
  readonly attempts: Counter<'integration'>;
  readonly failures: Counter<'integration' | 'reason'>;
}

/** Makes the counters of notifications. */
export function createNotificationInstruments(): NotificationInstruments {
  return {
    attempts: new Counter({
      name: 'alertmanager_notifications_total',
      help: 'Attempts to send a notification.',
      labelNames: ['integration'],
    }),
    failures: new Counter({
      name: 'alertmanager_notifications_failed_total',
      help: 'Attempts to send a notification that failed.',
      labelNames: ['integration', 'reason'],
    }),
  };
}

/** Makes the instruments that read what the engine knows. */
export function createStateInstruments(engine: AlertEngine): readonly Instrument[] {
  const reading = (name: string, help: string, read: () => number): Instrument => ({
    name,
    collect: () => gauge(name, help, read()),
  });
  return [
    reading('alertmanager_alerts', 'Alerts that fire.', () => {
      const nowMs = engine.clock.now();
      return [...engine.state.alerts.values()].filter(({ endsAtMs }) => endsAtMs > nowMs).length;
    }),
    reading('alertmanager_silences', 'Silences that hold.', () => {
      const nowMs = engine.clock.now();
      return [...engine.state.silences.values()].filter((silence) => silenceState(silence, nowMs) === 'active').length;
    }),
    reading('glasspane_notifications_pending', 'Notifications that wait to be sent.', () => engine.state.outbox.size),
    reading(
      'glasspane_incidents_open',
      'Incidents that are not resolved.',
      () => [...engine.state.incidents.values()].filter(({ status }) => status !== 'resolved').length,
    ),
  ];
}
