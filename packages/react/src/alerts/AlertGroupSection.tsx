import type { Alert, AlertState } from '@glasspane/core';
import { type ReactElement, useId, useState } from 'react';
import { usePanel } from '../panels/PanelContext.ts';
import { Icon } from '../provider/Icon.tsx';
import { AlertRow } from './AlertRow.tsx';
import { stateTexts } from './AlertStateBadge.tsx';
import { type AlertGroup, countStates } from './alertListModel.ts';

/** Props of {@link AlertGroupSection}. */
export interface AlertGroupSectionProps {
  readonly group: AlertGroup;
  /** The label that the group has in common; empty where there are no groups. */
  readonly groupBy: string;
  readonly onSilence: ((alert: Alert) => void) | undefined;
}

const states: readonly AlertState[] = ['firing', 'pending', 'resolved'];

/** A group of alerts under its name, which folds it. */
export function AlertGroupSection({ group, groupBy, onSilence }: AlertGroupSectionProps): ReactElement {
  const listId = useId();
  const { headingLevel } = usePanel();
  const [isOpen, setIsOpen] = useState(true);
  const rows = (
    <ul id={listId} className="gp-alert-rows" hidden={!isOpen}>
      {group.alerts.map((alert) => (
        <AlertRow key={alert.fingerprint} alert={alert} groupBy={groupBy} onSilence={onSilence} />
      ))}
    </ul>
  );
  if (groupBy === '') return rows;
  const Heading: `h${typeof headingLevel}` = `h${headingLevel}`;
  return (
    <section className="gp-alert-group">
      <Heading className="gp-alert-group-head">
        <button
          type="button"
          className="gp-fold"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="chevron" />
          <span className="gp-alert-group-name">{group.name === '' ? `No ${groupBy}` : group.name}</span>
          <Counts alerts={group.alerts} />
        </button>
      </Heading>
      {rows}
    </section>
  );
}

function Counts({ alerts }: { readonly alerts: readonly Alert[] }): ReactElement {
  const counts = countStates(alerts);
  return (
    <span className="gp-state-counts">
      {states
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <span key={state} className="gp-state-count" data-state={state}>
            {counts[state]} {stateTexts[state].toLowerCase()}
          </span>
        ))}
    </span>
  );
}
