import type { IncidentEvent, IncidentStatus } from '@glasspane/core';
import type { PanelIconName } from '../panels/PanelIcon.tsx';

/** What people call a status. */
export const statusTexts: Readonly<Record<IncidentStatus, string>> = {
  triggered: 'Triggered',
  acknowledged: 'Acknowledged',
  resolved: 'Resolved',
};

/** The icon of a status. */
export const statusIcons: Readonly<Record<IncidentStatus, PanelIconName>> = {
  triggered: 'firing',
  acknowledged: 'eye',
  resolved: 'check',
};

/** The icon of a kind of event. */
export const eventIcons: Readonly<Record<IncidentEvent['type'], PanelIconName>> = {
  triggered: 'firing',
  acknowledged: 'eye',
  resolved: 'check',
  assigned: 'user',
  note: 'note',
  alertAdded: 'bell',
  alertResolved: 'check',
  notified: 'channel',
  notificationFailed: 'channel',
};

/** Says what happened in an event, as a sentence without its text of many lines. */
export function eventText({ type, by, text = '' }: IncidentEvent): string {
  switch (type) {
    case 'triggered':
      return 'The incident was opened';
    case 'acknowledged':
      return `${by ?? 'Somebody'} acknowledged it`;
    case 'resolved':
      return by === undefined ? 'Resolved: none of its alerts fires any more' : `${by} resolved it`;
    case 'assigned':
      return text === '' ? `${by ?? 'Somebody'} took it from everybody` : assignedText(by, text);
    case 'note':
      return `${by ?? 'Somebody'} wrote`;
    case 'alertAdded':
      return `${text} fires`;
    case 'alertResolved':
      return `${text} is resolved`;
    case 'notified':
      return `${text} was told`;
    case 'notificationFailed':
      return `Could not tell ${text}`;
  }
}

function assignedText(by: string | undefined, assignee: string): string {
  return by === assignee ? `${by} took it` : `${by ?? 'Somebody'} gave it to ${assignee}`;
}
