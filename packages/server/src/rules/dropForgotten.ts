import { labelsKey, type MetricSource } from '@glasspane/core';
import type { RuleState } from '@glasspane/core/alerting';
import { quoteString } from '@glasspane/promql/syntax';
import { toRuleSamples } from './toRuleSamples.ts';

/** How long nobody may have looked for an alert to count as pending all the while; as in Prometheus. */
const OUTAGE_TOLERANCE_MS = 3_600_000;

/**
 * Returns a rule's state from before a restart without the alerts that are pending although nobody has looked for a long
 * time: they begin anew, or a condition that held only before and after would fire at once.
 */
export async function dropForgotten(
  name: string,
  state: RuleState,
  timeMs: number,
  metrics: Pick<MetricSource, 'queryInstant'>,
): Promise<RuleState> {
  const isOld = ({ state: phase, activeAtMs }: RuleState['alerts'][number]): boolean =>
    phase === 'pending' && timeMs - activeAtMs > OUTAGE_TOLERANCE_MS;
  if (!state.alerts.some(isOld)) return state;
  const expr = `last_over_time(ALERTS_FOR_STATE{alertname=${quoteString(name)}}[${OUTAGE_TOLERANCE_MS / 1000}s])`;
  const seen = new Set(
    toRuleSamples(await metrics.queryInstant({ expr, timeMs })).map(({ labels: { __name__: _, ...labels } }) =>
      labelsKey(labels),
    ),
  );
  return { alerts: state.alerts.filter((alert) => !isOld(alert) || seen.has(labelsKey(alert.labels))) };
}
