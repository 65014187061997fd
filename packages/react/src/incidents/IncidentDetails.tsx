import type { Backend, Incident, IncidentAlert } from '@glasspane/core';
import type { ReactElement, ReactNode } from 'react';
import { AlertStateBadge } from '../alerts/AlertStateBadge.tsx';
import { LabelChips } from '../alerts/LabelChips.tsx';
import { SeverityBadge } from '../alerts/SeverityBadge.tsx';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { Age, RelativeTime } from '../panels/RelativeTime.tsx';
import { IncidentActions } from './IncidentActions.tsx';
import { IncidentStatusBadge } from './IncidentStatusBadge.tsx';
import { IncidentTimeline } from './IncidentTimeline.tsx';
import { useIncident } from './incidentQueries.ts';

/** Props of {@link IncidentDetails}. */
export interface IncidentDetailsProps {
  readonly backend: Backend;
  readonly id: string;
  readonly user: string | undefined;
}

/** The content of an incident's panel. */
export function IncidentDetails({ backend, id, user }: IncidentDetailsProps): ReactElement {
  const query = useIncident(backend, id);
  return (
    <PanelQuery query={query} what="the incident">
      {(incident) =>
        incident === undefined ? (
          <PanelMessage icon="info" tone="neutral" title={`There is no incident “${id}”`} />
        ) : (
          <Content backend={backend} incident={incident} user={user} />
        )
      }
    </PanelQuery>
  );
}

function Content(props: {
  readonly backend: Backend;
  readonly incident: Incident;
  readonly user: string | undefined;
}): ReactElement {
  const { incident } = props;
  const { headingLevel } = usePanel();
  const Heading: `h${typeof headingLevel}` = `h${headingLevel}`;
  return (
    <div className="gp-incident-view">
      <div className="gp-incident-head">
        <Heading className="gp-incident-title">{incident.title}</Heading>
        <div className="gp-incident-marks">
          <IncidentStatusBadge status={incident.status} />
          <SeverityBadge severity={incident.severity} />
          <span className="gp-muted">
            triggered <RelativeTime timeMs={incident.triggeredMs} />
          </span>
        </div>
      </div>
      {props.user === undefined ? (
        <p className="gp-hint">Sign in to acknowledge, assign or resolve this incident.</p>
      ) : (
        <IncidentActions backend={props.backend} incident={incident} user={props.user} />
      )}
      <div className="gp-incident-columns">
        <Section title="Timeline">
          <IncidentTimeline events={incident.timeline} />
        </Section>
        <div className="gp-incident-side">
          <Section title="Facts">
            <Facts incident={incident} />
          </Section>
          <Section title={`Alerts (${incident.alerts.length})`}>
            <Alerts alerts={incident.alerts} />
          </Section>
        </div>
      </div>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const { headingLevel } = usePanel();
  const Heading: `h${typeof headingLevel}` = `h${Math.min(headingLevel + 1, 6) as typeof headingLevel}`;
  return (
    <section className="gp-incident-section">
      <Heading className="gp-section-title">{title}</Heading>
      {children}
    </section>
  );
}

function Facts({ incident }: { readonly incident: Incident }): ReactElement {
  const { times } = usePanel();
  const { triggeredMs, acknowledgedMs, acknowledgedBy, resolvedMs, assignee } = incident;
  return (
    <dl className="gp-facts">
      <div className="gp-fact">
        <dt>Triggered</dt>
        <dd>{times.format(triggeredMs)}</dd>
      </div>
      <div className="gp-fact">
        <dt>Acknowledged</dt>
        <dd>
          {acknowledgedMs === undefined ? (
            'not yet'
          ) : (
            <>
              after <Age fromMs={triggeredMs} toMs={acknowledgedMs} />
              {acknowledgedBy !== undefined && ` by ${acknowledgedBy}`}
            </>
          )}
        </dd>
      </div>
      <div className="gp-fact">
        <dt>{resolvedMs === undefined ? 'Open for' : 'Resolved after'}</dt>
        <dd>
          <Age fromMs={triggeredMs} toMs={resolvedMs} />
        </dd>
      </div>
      <div className="gp-fact">
        <dt>Assigned to</dt>
        <dd>{assignee ?? 'nobody'}</dd>
      </div>
      <div className="gp-fact">
        <dt>Group</dt>
        <dd>
          <LabelChips labels={incident.groupLabels} />
        </dd>
      </div>
    </dl>
  );
}

function Alerts({ alerts }: { readonly alerts: readonly IncidentAlert[] }): ReactElement {
  if (alerts.length === 0) return <p className="gp-hint">The backend no longer keeps the alerts of this incident.</p>;
  return (
    <ul className="gp-incident-alerts">
      {alerts.map((alert) => (
        <li key={alert.fingerprint}>
          <AlertStateBadge state={alert.endsAtMs === undefined ? 'firing' : 'resolved'} />
          <div>
            <span>{alert.annotations.summary ?? alert.labels.alertname ?? 'Alert without a name'}</span>
            <LabelChips labels={alert.labels} without={['alertname', 'severity']} limit={4} />
          </div>
          <span className="gp-alert-since">
            <RelativeTime timeMs={alert.endsAtMs ?? alert.startsAtMs} style="short" />
          </span>
        </li>
      ))}
    </ul>
  );
}
