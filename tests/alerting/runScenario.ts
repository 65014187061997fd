import {
  type AlertingStep,
  changeSilence,
  compileAlerting,
  type DeliveryOutcome,
  emptyAlertingState,
  expireSilence,
  flushGroups,
  type Notification,
  nextDeliveries,
  nextFlushMs,
  postAlerts,
  recordDelivery,
  resumeAlerting,
} from '@glasspane/core/alerting';
import { compileMatchers } from '@glasspane/promql';
import { toAlertingConfig } from '../../packages/server/src/alertmanager/config/toAlertingConfig.ts';
import { parseConfig } from '../../packages/server/src/collect/config/parseConfig.ts';
import type { Arrival, Scenario, ScenarioAlert, ScenarioStep } from './Scenario.ts';

// The scenarios count from zero; a time before their start has to be one too.
const START_MS = 1_000_000;
const MAX_EVENTS = 10_000;

/** Runs a scenario through the machines, jumping from event to event, and returns what arrived. */
export function runScenario(scenario: Scenario, untilSeconds: number): readonly Arrival[] {
  const section = scenario.config.replace(/URL_(\d)/g, 'http://127.0.0.1:9/w$1').replace(/^/gm, '  ');
  const { alertmanager } = parseConfig(`alertmanager:\n${section}`, 'scenario.yml');
  const compiled = compileAlerting(toAlertingConfig(alertmanager), compileMatchers);
  const arrivals: Arrival[] = [];
  const steps = [...scenario.do];
  let state = emptyAlertingState();
  let ids = 0;
  let lastMs = START_MS;
  const newId = (): string => {
    ids += 1;
    return `id-${ids}`;
  };
  const take = (step: AlertingStep): void => {
    state = step.state;
  };
  const untilMs = START_MS + untilSeconds * 1000;
  for (let events = 0; events < MAX_EVENTS; events += 1) {
    const delivery = nextDeliveries(state)[0];
    const stepMs = steps[0] === undefined ? Number.POSITIVE_INFINITY : toMs(steps[0].at);
    const flushMs = nextFlushMs(compiled, state, lastMs) ?? Number.POSITIVE_INFINITY;
    const deliverMs = delivery?.nextAttemptMs ?? Number.POSITIVE_INFINITY;
    const nowMs = Math.min(stepMs, flushMs, deliverMs);
    if (nowMs > untilMs) return arrivals;
    lastMs = nowMs;
    if (stepMs === nowMs) perform(steps.shift(), nowMs);
    else if (flushMs === nowMs) take(flushGroups(compiled, state, { nowMs, newId }));
    else if (delivery !== undefined) {
      const receiver = receiverOf(delivery.integration);
      const outcome = attempt(scenario, receiver, nowMs);
      const { delayMs = 0 } = outcome;
      if (outcome.type === 'delivered') arrivals.push(arrivalOf(receiver, delivery.notification, nowMs));
      take(recordDelivery(state, delivery.id, outcome, nowMs + delayMs));
    }
  }
  throw new Error(`${scenario.name}: more than ${MAX_EVENTS} events`);

  function perform(step: ScenarioStep | undefined, nowMs: number): void {
    if (step?.push !== undefined)
      take(
        postAlerts(
          compiled,
          state,
          step.push.map((alert) => posted(alert, nowMs)),
          nowMs,
        ),
      );
    if (step?.reload === true) take(resumeAlerting(compiled, state, nowMs));
    if (step?.silence !== undefined) {
      const { id, startsAt, endsAt, matchers } = step.silence;
      const wanted = {
        matchers: matchers.map(
          ({ name, value, isRegex }) => ({ name, value, operator: isRegex ? '=~' : '=' }) as const,
        ),
        startsAtMs: toMs(startsAt),
        endsAtMs: toMs(endsAt),
        createdBy: 'scenario',
        comment: '',
      };
      const { silence } = changeSilence(undefined, wanted, id, nowMs);
      state = { ...state, silences: new Map([...state.silences, [id, silence]]) };
    }
    const silence = step?.expire === undefined ? undefined : state.silences.get(step.expire);
    if (silence !== undefined) {
      state = { ...state, silences: new Map([...state.silences, [silence.id, expireSilence(silence, nowMs)]]) };
    }
  }
}

function attempt(
  scenario: Scenario,
  receiver: string,
  nowMs: number,
): DeliveryOutcome & { readonly delayMs?: number | undefined } {
  const answers = scenario.respond?.[receiver] ?? [];
  const answer = answers.find(({ until }) => nowMs < toMs(until));
  if (answer === undefined) return { type: 'delivered' };
  return {
    type: 'failed',
    error: `HTTP ${answer.status}`,
    isFinal: false,
    // Such a receiver is left when it does not answer in time.
    delayMs: answer.delay === undefined ? 0 : 500,
  };
}

function posted({ labels, annotations = {}, startsAt, endsAt }: ScenarioAlert, nowMs: number) {
  const endsAtMs = endsAt === undefined ? undefined : toMs(endsAt);
  return { labels, annotations, startsAtMs: startsAt === undefined ? (endsAtMs ?? nowMs) : toMs(startsAt), endsAtMs };
}

function arrivalOf(receiver: string, notification: Notification, nowMs: number): Arrival {
  return {
    receiver,
    atSeconds: (nowMs - START_MS) / 1000,
    alerts: notification.alerts.map(({ labels, annotations, startsAtMs, endsAtMs }) => ({
      labels,
      annotations,
      startsAt: (startsAtMs - START_MS) / 1000,
      ...(endsAtMs === undefined ? {} : { endsAt: (endsAtMs - START_MS) / 1000 }),
    })),
  };
}

/** The n-th webhook of a scenario is called w1, w2 … */
function receiverOf(integration: string): string {
  return `w${Number(integration.split('/').at(-1)) + 1}`;
}

function toMs(seconds: number): number {
  return Math.round(START_MS + seconds * 1000);
}
