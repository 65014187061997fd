import type { AlertState } from '@glasspane/core';
import type { ReactElement } from 'react';
import { PanelIcon, type PanelIconName } from '../panels/PanelIcon.tsx';

const icons: Readonly<Record<AlertState, PanelIconName>> = { firing: 'firing', pending: 'pending', resolved: 'check' };

/** What people call a state. */
export const stateTexts: Readonly<Record<AlertState, string>> = {
  firing: 'Firing',
  pending: 'Pending',
  resolved: 'Resolved',
};

/** Says where an alert stands, by icon and text. */
export function AlertStateBadge({ state }: { readonly state: AlertState }): ReactElement {
  return (
    <span className="gp-state" data-state={state}>
      <PanelIcon name={icons[state]} />
      {stateTexts[state]}
    </span>
  );
}
