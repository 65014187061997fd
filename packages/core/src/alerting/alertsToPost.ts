import { labelsKey } from '../frame/labelsKey.ts';
import type { PostedAlert } from './PostedAlert.ts';
import type { ActiveAlert, RuleState } from './RuleState.ts';

/**
 * How alerts are told to who sends the notifications.
 *
 * @public
 */
export interface PostOptions {
  /** How long the receiver is left without a word of a firing alert, in milliseconds. */
  readonly resendDelayMs: number;
  /** How often the rule is evaluated, in milliseconds. */
  readonly intervalMs: number;
  /** When each alert was told last, by {@link labelsKey} of its labels, in milliseconds since the epoch. */
  readonly lastPostedMs: ReadonlyMap<string, number>;
  readonly generatorUrl?: string | undefined;
  /** The channels that are told, instead of those that the routes choose. */
  readonly receivers?: readonly string[] | undefined;
}

/**
 * Returns the alerts of a rule that are to be told now, as Prometheus tells them: those that fire when they have not
 * been told for a while, those that ended since, and those again for 15 minutes. An alert that fires is said to end
 * after four intervals, so that it ends by itself when nothing more is heard of it.
 *
 * @public
 */
export function alertsToPost(state: RuleState, nowMs: number, options: PostOptions): readonly PostedAlert[] {
  const validMs = 4 * Math.max(options.intervalMs, options.resendDelayMs);
  return state.alerts
    .filter((alert) => isDue(alert, nowMs, options))
    .map(({ labels, annotations, firedAtMs, activeAtMs, resolvedAtMs }) => ({
      labels,
      annotations,
      startsAtMs: firedAtMs ?? activeAtMs,
      endsAtMs: resolvedAtMs ?? nowMs + validMs,
      generatorUrl: options.generatorUrl,
      receivers: options.receivers,
    }));
}

function isDue({ labels, state, resolvedAtMs }: ActiveAlert, nowMs: number, options: PostOptions): boolean {
  if (state === 'pending') return false;
  const lastMs = options.lastPostedMs.get(labelsKey(labels));
  // Nor do we wait for the time of the last word to come again, after the clock was set back.
  if (lastMs === undefined || lastMs > nowMs || (resolvedAtMs !== undefined && resolvedAtMs > lastMs)) return true;
  return lastMs + options.resendDelayMs < nowMs;
}
