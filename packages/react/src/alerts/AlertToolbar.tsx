import type { Alert, AlertState } from '@glasspane/core';
import type { ReactElement } from 'react';
import { Choices } from '../panels/Choices.tsx';
import { SearchInput } from '../panels/SearchInput.tsx';
import { SelectInput } from '../panels/SelectInput.tsx';
import { stateTexts } from './AlertStateBadge.tsx';
import { type AlertOrder, countStates, labelNamesOf } from './alertListModel.ts';
import { alertSeverity, severityRank } from './alertSeverity.ts';
import type { AlertListView } from './useAlertListView.ts';

/** Props of {@link AlertToolbar}. */
export interface AlertToolbarProps {
  /** All alerts, the filtered ones included. */
  readonly alerts: readonly Alert[];
  readonly view: AlertListView;
}

const states: readonly AlertState[] = ['firing', 'pending', 'resolved'];
const orders: readonly (readonly [AlertOrder, string])[] = [
  ['worst', 'Worst first'],
  ['newest', 'Newest first'],
];

/** Lets a viewer choose which alerts to see and in which order. */
export function AlertToolbar({ alerts, view }: AlertToolbarProps): ReactElement {
  const { filter } = view;
  const counts = countStates(alerts);
  const severities = [...new Set(alerts.map(({ labels }) => alertSeverity(labels)))].sort(
    (a, b) => severityRank(a) - severityRank(b) || a.localeCompare(b),
  );
  return (
    <div className="gp-toolbar">
      <Choices
        label="State"
        value={filter.state ?? ''}
        choices={[
          { value: '', text: 'All', count: alerts.length },
          ...states.map((state) => ({ value: state, text: stateTexts[state], count: counts[state] })),
        ]}
        onChange={(state) => view.setFilter({ state: state === '' ? undefined : state })}
      />
      <SearchInput label="Filter alerts" value={filter.text} onChange={(text) => view.setFilter({ text })} />
      <SelectInput
        label="Severity"
        value={filter.severity ?? ''}
        choices={[['', 'Any severity'], ...severities.map((severity) => [severity, severity] as const)]}
        onChange={(severity) => view.setFilter({ severity: severity === '' ? undefined : severity })}
      />
      <SelectInput
        label="Group by"
        value={view.groupBy}
        choices={[
          ...[...new Set([...labelNamesOf(alerts), ...(view.groupBy === '' ? [] : [view.groupBy])])].map(
            (name) => [name, `By ${name}`] as const,
          ),
          ['', 'Not grouped'],
        ]}
        onChange={view.setGroupBy}
      />
      <SelectInput label="Sort" value={view.order} choices={orders} onChange={view.setOrder} />
    </div>
  );
}
