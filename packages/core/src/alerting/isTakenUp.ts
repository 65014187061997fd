import type { AlertingDraft } from './AlertingDraft.ts';

/** Returns whether somebody is at the incident of a group or a notification, or said that it is over. */
export function isTakenUp(draft: AlertingDraft, { incidentId }: { readonly incidentId?: string | undefined }): boolean {
  const incident = incidentId === undefined ? undefined : draft.get('incidents', incidentId);
  return incident !== undefined && incident.status !== 'triggered';
}
