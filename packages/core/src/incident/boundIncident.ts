import type { Incident, IncidentEvent } from './Incident.ts';

const MAX_OVER_ALERTS = 200;
const MAX_MACHINE_EVENTS = 1_000;
/** What an incident that goes on for long has without end. */
const MACHINE_EVENTS: readonly IncidentEvent['type'][] = [
  'alertAdded',
  'alertResolved',
  'notified',
  'notificationFailed',
];

/** Returns the incident without the oldest of what machines added, so that one that never ends stays within bounds. */
export function boundIncident(incident: Incident): Incident {
  const { alerts, timeline } = incident;
  const over = alerts.filter(({ endsAtMs }) => endsAtMs !== undefined);
  const events = timeline.filter(isOfMachine);
  if (over.length <= MAX_OVER_ALERTS && events.length <= MAX_MACHINE_EVENTS) return incident;
  const oldAlerts = new Set(over.slice(0, Math.max(0, over.length - MAX_OVER_ALERTS)));
  const oldEvents = new Set(events.slice(0, Math.max(0, events.length - MAX_MACHINE_EVENTS)));
  return {
    ...incident,
    alerts: alerts.filter((alert) => !oldAlerts.has(alert)),
    timeline: timeline.filter((event) => !oldEvents.has(event)),
  };
}

function isOfMachine({ type }: IncidentEvent): boolean {
  return MACHINE_EVENTS.includes(type);
}
