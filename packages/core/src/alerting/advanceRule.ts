import { formatNumber } from '@glasspane/promql/syntax';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import { labelsKey } from '../frame/labelsKey.ts';
import type { LabelledSample } from './labelSamples.ts';
import type { AlertingRule } from './Rule.ts';
import type { ActiveAlert, RuleState } from './RuleState.ts';

/**
 * How long an alert is remembered after its end, so that its end is told even to who was away for a while.
 */
const RESOLVED_RETENTION_MS = 15 * 60_000;

/**
 * Returns the state of a rule after an evaluation: each alert goes from pending to firing to resolved as in Prometheus.
 * An alert keeps the time at which it became active; one that vanishes while it is pending leaves no trace.
 *
 * After an evaluation that failed the state stays what it was: do not call this.
 *
 * @param samples - What the expression gave, labelled: see {@link labelSamples}.
 * @param nowMs - The time of the evaluation, in milliseconds since the epoch.
 * @throws {@link GlasspaneError} `bad_query` when two series have the same labels; the state then stays what it was.
 * @public
 */
export function advanceRule(
  rule: Pick<AlertingRule, 'forMs' | 'keepFiringForMs'>,
  state: RuleState,
  samples: readonly LabelledSample[],
  nowMs: number,
): RuleState {
  const found = new Map<string, LabelledSample>();
  for (const sample of samples) {
    const key = labelsKey(sample.labels);
    if (found.has(key)) {
      throw new GlasspaneError(
        'bad_query',
        'vector contains metrics with the same labelset after applying alert labels; let the labels differ, or aggregate in the expression',
      );
    }
    found.set(key, sample);
  }
  const kept = state.alerts.flatMap((alert) => {
    const key = labelsKey(alert.labels);
    const sample = found.get(key);
    found.delete(key);
    const next = sample === undefined ? withoutSample(alert, rule, nowMs) : withSample(alert, sample, nowMs);
    return next === undefined ? [] : [next];
  });
  const begun = [...found.values()].map((sample) => begin(sample, nowMs));
  return { alerts: [...kept, ...begun].map((alert) => fireIfDue(alert, rule, nowMs)) };
}

function begin({ labels, annotations, value }: LabelledSample, nowMs: number): ActiveAlert {
  return { labels, annotations, state: 'pending', value: formatNumber(value), activeAtMs: nowMs };
}

function withSample(alert: ActiveAlert, sample: LabelledSample, nowMs: number): ActiveAlert {
  // Or it would wait for a time to come to come again, after the clock was set back.
  const isOfFuture = alert.state === 'pending' && alert.activeAtMs > nowMs;
  if (alert.state === 'resolved' || isOfFuture) return begin(sample, nowMs);
  const { keepFiringSinceMs: _, ...rest } = alert;
  return { ...rest, annotations: sample.annotations, value: formatNumber(sample.value) };
}

function withoutSample(
  alert: ActiveAlert,
  { keepFiringForMs }: Pick<AlertingRule, 'keepFiringForMs'>,
  nowMs: number,
): ActiveAlert | undefined {
  if (alert.state === 'pending') return undefined;
  if (alert.state === 'resolved') {
    return Math.abs(nowMs - (alert.resolvedAtMs ?? nowMs)) > RESOLVED_RETENTION_MS ? undefined : alert;
  }
  if (keepFiringForMs > 0) {
    const keepFiringSinceMs = Math.min(alert.keepFiringSinceMs ?? nowMs, nowMs);
    if (nowMs - keepFiringSinceMs < keepFiringForMs) return { ...alert, keepFiringSinceMs };
  }
  return { ...alert, state: 'resolved', resolvedAtMs: nowMs };
}

function fireIfDue(alert: ActiveAlert, { forMs }: Pick<AlertingRule, 'forMs'>, nowMs: number): ActiveAlert {
  if (alert.state !== 'pending' || nowMs - alert.activeAtMs < forMs) return alert;
  return { ...alert, state: 'firing', firedAtMs: nowMs };
}
