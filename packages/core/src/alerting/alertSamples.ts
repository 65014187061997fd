import { labelsKey } from '../frame/labelsKey.ts';
import type { RuleSample } from './Rule.ts';
import type { RuleState } from './RuleState.ts';

/**
 * Returns the samples by which a rule's alerts can be queried: `ALERTS` with the label `alertstate`, and
 * `ALERTS_FOR_STATE`, since when each is active, in seconds since the epoch.
 *
 * @public
 */
export function alertSamples(state: RuleState): readonly RuleSample[] {
  return state.alerts.flatMap(({ labels, state: alertstate, activeAtMs }) =>
    alertstate === 'resolved'
      ? []
      : [
          { labels: { ...labels, __name__: 'ALERTS', alertstate }, value: 1 },
          { labels: { ...labels, __name__: 'ALERTS_FOR_STATE' }, value: Math.floor(activeAtMs / 1000) },
        ],
  );
}

/**
 * Returns the series of an earlier evaluation that a later one does not have: they have ended.
 *
 * @public
 */
export function endedSeries(before: readonly RuleSample[], after: readonly RuleSample[]): readonly RuleSample[] {
  const still = new Set(after.map(({ labels }) => labelsKey(labels)));
  return before.filter(({ labels }) => !still.has(labelsKey(labels)));
}
