import type { ReactElement } from 'react';
import { Panel } from '../panels/Panel.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { IncidentDetails } from './IncidentDetails.tsx';

/**
 * Props of {@link IncidentView}.
 *
 * @public
 */
export interface IncidentViewProps extends PanelProps {
  /** The id of the incident. */
  readonly id: string;
  /** Who looks: what they do to the incident is done in this name. Left out: it can only be looked at. */
  readonly user?: string | undefined;
}

/**
 * Shows one incident, live: its alerts, what happened, and what can be done: acknowledge, assign, resolve, write a note. It
 * needs the capability `incidents`.
 *
 * @example
 * ```tsx
 * <IncidentView backend={backend} id={incidentId} user="ada@example.com" />
 * ```
 * @public
 */
export function IncidentView(props: IncidentViewProps): ReactElement {
  return (
    <Panel
      {...props}
      label="Incident"
      needs={['incidents']}
      advice="Use a backend that keeps incidents, such as glasspane-server."
    >
      <IncidentDetails key={props.id} backend={props.backend} id={props.id} user={props.user} />
    </Panel>
  );
}
