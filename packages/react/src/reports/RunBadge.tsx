import type { ReportRun } from '@glasspane/core';
import type { ReactElement } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { PanelIcon, type PanelIconName } from '../panels/PanelIcon.tsx';
import { Icon, type IconName } from '../provider/Icon.tsx';
import { type RunState, runState } from './runState.ts';

const texts: Readonly<Record<RunState, string>> = {
  sent: 'Sent',
  failed: 'Failed',
  skipped: 'Skipped',
  sending: 'Sending …',
  waiting: 'Will be tried again',
};
const panelIcons: Partial<Readonly<Record<RunState, PanelIconName>>> = { sent: 'check', waiting: 'pending' };
const icons: Partial<Readonly<Record<RunState, IconName>>> = {
  failed: 'error',
  skipped: 'warning',
  sending: 'refresh',
};

/** Says where a run stands, by icon and text. */
export function RunBadge({ run }: { readonly run: ReportRun }): ReactElement {
  const { clock } = usePanel();
  const state = runState(run, clock.now());
  const [panelIcon, icon] = [panelIcons[state], icons[state]];
  return (
    <span className="gp-run-badge" data-state={state}>
      {panelIcon !== undefined && <PanelIcon name={panelIcon} />}
      {icon !== undefined && <Icon name={icon} />}
      {texts[state]}
    </span>
  );
}
