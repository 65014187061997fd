import type { IncidentEvent } from '@glasspane/core';
import type { ReactElement } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { eventIcons, eventText } from './incidentTexts.ts';

/** Shows what happened to an incident, the latest first, and when: a review of it asks for the very moments. */
export function IncidentTimeline({ events }: { readonly events: readonly IncidentEvent[] }): ReactElement {
  const { times } = usePanel();
  return (
    <ol className="gp-timeline" reversed>
      {events
        .map((event, index) => ({ event, index }))
        .reverse()
        .map(({ event, index }) => (
          <li key={index} className="gp-event" data-type={event.type}>
            <span className="gp-event-icon">
              <PanelIcon name={eventIcons[event.type]} />
            </span>
            <div className="gp-event-text">
              <span>{eventText(event)}</span>
              <span className="gp-event-at">{times.format(event.atMs)}</span>
              {event.type === 'note' && <p className="gp-event-note">{event.text}</p>}
            </div>
            <span className="gp-event-time">
              <RelativeTime timeMs={event.atMs} style="short" />
            </span>
          </li>
        ))}
    </ol>
  );
}
