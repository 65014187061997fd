import type { Incident, IncidentAlert } from '../incident/Incident.ts';
import { openIncident, reduceIncident } from '../incident/reduceIncident.ts';
import type { AlertGroup } from './AlertGroup.ts';
import type { AlertingDraft } from './AlertingDraft.ts';
import type { GroupAlert } from './GroupAlert.ts';
import type { StepContext } from './StepContext.ts';

/** Brings the incident of a group up to its alerts, opening one where needed; returns the id of the group's incident. */
export function syncIncident(
  draft: AlertingDraft,
  group: AlertGroup,
  alerts: readonly GroupAlert[],
  { nowMs, newId }: StepContext,
): string | undefined {
  const incident = group.incidentId === undefined ? undefined : draft.get('incidents', group.incidentId);
  const known = new Set(incident?.alerts.map(({ fingerprint }) => fingerprint));
  if (incident !== undefined && incident.status !== 'resolved') {
    // Nobody is told of a new alert that is muted; one that is part of it goes on being so.
    const current = alerts.filter(({ alert, isMuted }) => known.has(alert.fingerprint) || !isMuted);
    const action = { type: 'alerts', alerts: current.map(toIncidentAlert) } as const;
    draft.set('incidents', incident.id, reduceIncident(incident, action, nowMs));
    return incident.id;
  }
  const firing = alerts.filter(({ isMuted, isResolved }) => !isMuted && !isResolved);
  const isNews = incident === undefined ? firing.length > 0 : firing.some((entry) => isNewTo(incident, known, entry));
  if (!isNews) return group.incidentId;
  const opened = openIncident({ id: newId(), groupLabels: group.groupLabels }, firing.map(toIncidentAlert), nowMs);
  draft.set('incidents', opened.id, opened);
  return opened.id;
}

/** An alert that began after somebody said that the incident is over, or that was no part of it. */
function isNewTo({ resolvedMs = 0 }: Incident, known: ReadonlySet<string>, { alert }: GroupAlert): boolean {
  return !known.has(alert.fingerprint) || alert.startsAtMs > resolvedMs;
}

function toIncidentAlert({ alert, isResolved }: GroupAlert): IncidentAlert {
  const { fingerprint, labels, annotations, startsAtMs, endsAtMs } = alert;
  const common = { fingerprint, labels, annotations, startsAtMs };
  return isResolved ? { ...common, endsAtMs } : common;
}
