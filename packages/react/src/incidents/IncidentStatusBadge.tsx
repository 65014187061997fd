import type { IncidentStatus } from '@glasspane/core';
import type { ReactElement } from 'react';
import { PanelIcon } from '../panels/PanelIcon.tsx';
import { statusIcons, statusTexts } from './incidentTexts.ts';

/** Says where an incident stands, by icon and text. */
export function IncidentStatusBadge({ status }: { readonly status: IncidentStatus }): ReactElement {
  return (
    <span className="gp-state" data-state={status}>
      <PanelIcon name={statusIcons[status]} />
      {statusTexts[status]}
    </span>
  );
}
