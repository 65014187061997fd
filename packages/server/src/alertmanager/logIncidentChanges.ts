import type { Incident } from '@glasspane/core';
import type { AlertingChange, AlertingState } from '@glasspane/core/alerting';
import type { LogFields, Logger } from '../log/Logger.ts';
import { logEach } from '../log/logEach.ts';

/** Says which incidents a step opened, and which were acknowledged or resolved by it. */
export function logIncidentChanges(
  log: Pick<Logger, 'info'>,
  { before, after }: { readonly before: AlertingState; readonly after: AlertingState },
  changes: readonly AlertingChange[],
): void {
  const changed = changes
    .filter(({ collection }) => collection === 'incidents')
    .flatMap(({ id }) => after.incidents.get(id) ?? [])
    .filter(({ id, status }) => before.incidents.get(id)?.status !== status);
  const those = (wanted: Incident['status']): readonly LogFields[] =>
    changed.filter(({ status }) => status === wanted).map(fieldsOf);
  logEach(log, 'an incident was opened', those('triggered'));
  logEach(log, 'an incident was acknowledged', those('acknowledged'));
  logEach(log, 'an incident was resolved', those('resolved'));
}

function fieldsOf({ id, title, severity, status, alerts, timeline }: Incident): LogFields {
  const by = timeline.findLast(({ type }) => type === status)?.by;
  return { incident: id, title, severity, alerts: alerts.length, by };
}
