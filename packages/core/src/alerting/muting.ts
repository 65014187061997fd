import type { Labels } from '@glasspane/promql/syntax';
import type { CompiledAlerting } from './AlertingConfig.ts';
import type { AlertingState } from './AlertingState.ts';
import { silenceState } from './silences.ts';

/**
 * What keeps an alert from being told: the ids of silences, and the fingerprints of alerts.
 *
 * @public
 */
export interface Muting {
  readonly silencedBy: readonly string[];
  readonly inhibitedBy: readonly string[];
}

/**
 * Returns a function that says what keeps an alert of these labels from being told now.
 *
 * @public
 */
export function mutingAt(
  compiled: CompiledAlerting,
  state: Pick<AlertingState, 'silences' | 'alerts'>,
  nowMs: number,
): (labels: Labels) => Muting {
  const silences = [...state.silences.values()].filter((silence) => silenceState(silence, nowMs) === 'active');
  const inhibitorsOf = compiled.inhibition.among(state.alerts.values(), nowMs);
  return (labels) => ({
    silencedBy: silences.filter(({ matchers }) => compiled.testOf(matchers)(labels)).map(({ id }) => id),
    inhibitedBy: inhibitorsOf(labels),
  });
}

/** Returns whether anything keeps the alert from being told. */
export function isMuted({ silencedBy, inhibitedBy }: Muting): boolean {
  return silencedBy.length > 0 || inhibitedBy.length > 0;
}
