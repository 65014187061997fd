import type { Incident, IncidentStatus } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { Choices } from '../panels/Choices.tsx';
import { FocusOnMount } from '../panels/FocusOnMount.tsx';
import { Panel } from '../panels/Panel.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { IncidentDetails } from './IncidentDetails.tsx';
import { IncidentRow } from './IncidentRow.tsx';
import { IncidentTiles } from './IncidentTiles.tsx';
import { useIncidents } from './incidentQueries.ts';
import { statusTexts } from './incidentTexts.ts';

/**
 * Props of {@link IncidentList}.
 *
 * @public
 */
export interface IncidentListProps extends PanelProps {
  /** Who looks: what they do to an incident is done in this name. Left out: incidents can only be looked at. */
  readonly user?: string | undefined;
  /** Hears of the incident that the viewer opens. Left out: it opens in this panel. */
  readonly onSelect?: ((incident: Incident) => void) | undefined;
}

/**
 * Shows the latest incidents of a backend, live, and how fast they were taken up and resolved. It needs the capability
 * `incidents`.
 *
 * @example
 * ```tsx
 * <IncidentList backend={backend} user="ada@example.com" />
 * ```
 * @public
 */
export function IncidentList(props: IncidentListProps): ReactElement {
  const [openId, setOpenId] = useState<string>();
  const [wasOpened, setWasOpened] = useState(false);
  const open = ({ id }: Incident): void => {
    setWasOpened(true);
    setOpenId(id);
  };
  return (
    <Panel
      {...props}
      label="Incidents"
      needs={['incidents']}
      advice="Use a backend that keeps incidents, such as glasspane-server."
      actions={
        openId !== undefined && (
          <button type="button" className="gp-button" onClick={() => setOpenId(undefined)}>
            All incidents
          </button>
        )
      }
    >
      <FocusOnMount key={openId ?? ''} isWanted={wasOpened}>
        {openId === undefined ? (
          <List {...props} onSelect={props.onSelect ?? open} />
        ) : (
          <IncidentDetails backend={props.backend} id={openId} user={props.user} />
        )}
      </FocusOnMount>
    </Panel>
  );
}

type Choice = 'open' | IncidentStatus | 'all';

function List(props: IncidentListProps & { onSelect(incident: Incident): void }): ReactElement {
  const query = useIncidents(props.backend);
  const [choice, setChoice] = useState<Choice>('open');
  return (
    <PanelQuery query={query} what="the incidents">
      {(incidents) =>
        incidents.length === 0 ? (
          <PanelMessage icon="info" tone="good" title="No incidents" detail="No group of alerts has fired yet." />
        ) : (
          <>
            <IncidentTiles incidents={incidents} />
            <div className="gp-toolbar">
              <Choices<Choice>
                label="Status"
                value={choice}
                onChange={setChoice}
                choices={[
                  { value: 'open', text: 'Open', count: selected(incidents, 'open').length },
                  ...(['triggered', 'acknowledged', 'resolved'] as const).map((status) => ({
                    value: status,
                    text: statusTexts[status],
                    count: selected(incidents, status).length,
                  })),
                  { value: 'all', text: 'All', count: incidents.length },
                ]}
              />
            </div>
            <Rows incidents={selected(incidents, choice)} onSelect={props.onSelect} />
          </>
        )
      }
    </PanelQuery>
  );
}

function Rows(props: { readonly incidents: readonly Incident[]; onSelect(incident: Incident): void }): ReactElement {
  if (props.incidents.length === 0) {
    return <PanelMessage icon="info" tone="neutral" title="No incident has this status" />;
  }
  return (
    <ul className="gp-incidents">
      {props.incidents.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} onSelect={props.onSelect} />
      ))}
    </ul>
  );
}

function selected(incidents: readonly Incident[], choice: Choice): readonly Incident[] {
  if (choice === 'all') return incidents;
  return incidents.filter(({ status }) => (choice === 'open' ? status !== 'resolved' : status === choice));
}
