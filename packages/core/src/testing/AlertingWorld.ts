import { type AlertingConfig, compileAlerting } from '../alerting/AlertingConfig.ts';
import { type AlertingState, type AlertingStep, emptyAlertingState } from '../alerting/AlertingState.ts';
import { flushGroups, nextFlushMs } from '../alerting/flushGroups.ts';
import type { OutboxEntry } from '../alerting/OutboxEntry.ts';
import { type DeliveryOutcome, deliveryDueMs, nextDeliveries, recordDelivery } from '../alerting/outbox.ts';
import { postAlerts, resumeAlerting } from '../alerting/postAlerts.ts';
import type { Route } from '../alerting/Route.ts';
import type { Incident } from '../incident/Incident.ts';
import { type IncidentAction, reduceIncident } from '../incident/reduceIncident.ts';
import { compileMatchers } from './compileMatchers.ts';

/** A route with short times. */
export const ROUTE: Route = {
  receiver: 'ops',
  matchers: [],
  shouldContinue: false,
  groupBy: ['alertname'],
  groupWaitMs: 10,
  groupIntervalMs: 100,
  repeatIntervalMs: 1_000,
  routes: [],
};

const integration = (name: string) => ({ id: `${name}/webhook/0`, type: 'webhook', sendResolved: true });

/** A receiver with one integration. */
export const receiver = (name: string) => ({ name, integrations: [integration(name)] });

/** The alerting machines with a clock that a test moves, and receivers that take everything at once. */
export class AlertingWorld {
  state: AlertingState = emptyAlertingState();
  nowMs = 0;
  /** What receivers got, in order. */
  readonly told: OutboxEntry[] = [];
  /** How receivers answer. */
  outcome: DeliveryOutcome = { type: 'delivered' };
  #compiled;
  #ids = 0;

  constructor(config: Partial<AlertingConfig> = {}) {
    this.#compiled = compile(config);
  }

  get incidents(): readonly Incident[] {
    return [...this.state.incidents.values()];
  }

  /** Says what was told as `receiver status name,name`. */
  get tellings(): readonly string[] {
    return this.told.map(({ notification: { receiver: name, status, alerts } }) => {
      const names = alerts.map(
        ({ labels, status: own }) => `${labels.i ?? labels.alertname}${own === 'resolved' ? '!' : ''}`,
      );
      return `${name} ${status} ${names.sort().join(',')}`;
    });
  }

  post(
    labels: Readonly<Record<string, string>>,
    more: { endsAtMs?: number; receivers?: readonly string[] } = {},
  ): void {
    const alert = { labels: { alertname: 'A', ...labels }, annotations: {}, startsAtMs: this.nowMs, ...more };
    this.take(postAlerts(this.#compiled, this.state, [alert], this.nowMs));
  }

  resolve(labels: Readonly<Record<string, string>>): void {
    this.post(labels, { endsAtMs: this.nowMs });
  }

  act(id: string | undefined, action: IncidentAction): void {
    const incident = reduceIncident(this.state.incidents.get(id ?? '') as Incident, action, this.nowMs);
    this.state = { ...this.state, incidents: new Map([...this.state.incidents, [incident.id, incident]]) };
  }

  reconfigure(config: Partial<AlertingConfig>): void {
    this.#compiled = compile(config);
    this.take(resumeAlerting(this.#compiled, this.state, this.nowMs));
  }

  take(step: AlertingStep): void {
    this.state = step.state;
  }

  /** Moves on to a time, doing what is due on the way. */
  runTo(endMs: number): void {
    for (;;) {
      const [delivery] = nextDeliveries(this.state);
      const flushMs = nextFlushMs(this.#compiled, this.state, this.nowMs) ?? Number.POSITIVE_INFINITY;
      const deliverMs = delivery === undefined ? Number.POSITIVE_INFINITY : deliveryDueMs(delivery, this.nowMs);
      if (Math.min(flushMs, deliverMs) > endMs) break;
      this.nowMs = Math.max(this.nowMs, Math.min(flushMs, deliverMs));
      if (delivery !== undefined && deliverMs <= flushMs) {
        if (this.outcome.type === 'delivered') this.told.push(delivery);
        this.take(recordDelivery(this.state, delivery.id, this.outcome, this.nowMs));
      } else {
        this.take(flushGroups(this.#compiled, this.state, { nowMs: this.nowMs, newId: () => this.#newId() }));
      }
    }
    this.nowMs = endMs;
  }

  #newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }
}

function compile(config: Partial<AlertingConfig>) {
  const all = { route: ROUTE, receivers: [receiver('ops')], inhibitRules: [], resolveTimeoutMs: 1e9, ...config };
  return compileAlerting(all, compileMatchers);
}
