import type { Incident } from '@glasspane/core';
import type { ReactElement } from 'react';
import { SeverityBadge } from '../alerts/SeverityBadge.tsx';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { RelativeTime } from '../panels/RelativeTime.tsx';
import { IncidentStatusBadge } from './IncidentStatusBadge.tsx';

/** Props of {@link IncidentRow}. */
export interface IncidentRowProps {
  readonly incident: Incident;
  onSelect(incident: Incident): void;
}

/** One incident in a list. */
export function IncidentRow({ incident, onSelect }: IncidentRowProps): ReactElement {
  const { title, severity, status, alerts, assignee } = incident;
  const firing = alerts.filter(({ endsAtMs }) => endsAtMs === undefined).length;
  return (
    <li className="gp-incident" data-severity={severity} data-state={status}>
      <IncidentStatusBadge status={status} />
      <div className="gp-alert-text">
        <button type="button" className="gp-alert-title" onClick={() => onSelect(incident)}>
          {title}
        </button>
        {status !== 'resolved' && (
          <span className="gp-muted">
            {firing} {firing === 1 ? 'alert' : 'alerts'} firing
          </span>
        )}
      </div>
      <div className="gp-alert-facts">
        <SeverityBadge severity={severity} />
        <span className="gp-mark gp-assignee">
          <PanelIcon name="user" />
          {assignee ?? 'Nobody'}
        </span>
        <span className="gp-alert-since">
          <RelativeTime timeMs={incident.triggeredMs} style="short" />
        </span>
      </div>
    </li>
  );
}
