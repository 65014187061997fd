import type { Alert, Matcher } from '@glasspane/core';
import { type ReactElement, useState } from 'react';
import { Panel } from '../panels/Panel.tsx';
import { PanelMessage } from '../panels/PanelMessage.tsx';
import type { PanelProps } from '../panels/PanelProps.ts';
import { PanelQuery } from '../panels/PanelQuery.tsx';
import { AlertGroupSection } from './AlertGroupSection.tsx';
import { AlertToolbar } from './AlertToolbar.tsx';
import { filterAlerts, groupAlerts, sortAlerts } from './alertListModel.ts';
import { SilenceDialog } from './SilenceDialog.tsx';
import { type AlertListView, useAlertListView } from './useAlertListView.ts';
import { useAlerts } from './useAlerts.ts';

/**
 * Props of {@link AlertList}.
 *
 * @public
 */
export interface AlertListProps extends PanelProps {
  /** Shows the alerts that satisfy all of them. Left out: all. */
  readonly matchers?: readonly Matcher[] | undefined;
  /**
   * The label that alerts are grouped by at the start; the viewer may choose another one. `null`: not grouped.
   *
   * @defaultValue 'alertname'
   */
  readonly groupBy?: string | null | undefined;
  /** Who looks: the author of the silences that are made here. Left out: they are asked for it. */
  readonly user?: string | undefined;
}

const noMatchers: readonly Matcher[] = [];

/**
 * Shows the alerts of a backend, live: grouped, filtered and sorted as the viewer wants it. It needs the capability
 * `alerts`, or `rules`, whose alerts stand in; where both are there, pending alerts that only the rules know are among
 * them. Silences need `silences`.
 *
 * @example
 * ```tsx
 * <AlertList backend={backend} user="ada@example.com" />
 * ```
 * @public
 */
export function AlertList(props: AlertListProps): ReactElement {
  return (
    <Panel
      {...props}
      label="Alerts"
      needs={['alerts', 'rules']}
      advice="Use a backend that evaluates alert rules, or one that is connected to an Alertmanager."
    >
      <Content {...props} />
    </Panel>
  );
}

function Content({ backend, matchers = noMatchers, groupBy = 'alertname', user }: AlertListProps): ReactElement {
  const query = useAlerts(backend, matchers);
  const view = useAlertListView(groupBy);
  // Kept here and not in the row: the form outlives the alert, so that nothing that was written is lost with it.
  const [silenced, setSilenced] = useState<Alert>();
  return (
    <>
      <PanelQuery query={query} what="the alerts">
        {(alerts) =>
          alerts.length === 0 ? (
            <PanelMessage
              icon="info"
              tone="good"
              title="No alerts"
              detail={
                matchers.length === 0 ? 'Nothing is pending or firing.' : 'Nothing that matches is pending or firing.'
              }
            />
          ) : (
            <>
              <AlertToolbar alerts={alerts} view={view} />
              <Groups
                alerts={alerts}
                view={view}
                onSilence={backend.silences === undefined ? undefined : setSilenced}
              />
            </>
          )
        }
      </PanelQuery>
      {silenced !== undefined && (
        <SilenceDialog backend={backend} labels={silenced.labels} user={user} onClose={() => setSilenced(undefined)} />
      )}
    </>
  );
}

function Groups(props: {
  readonly alerts: readonly Alert[];
  readonly view: AlertListView;
  readonly onSilence: ((alert: Alert) => void) | undefined;
}): ReactElement {
  const { alerts, view, onSilence } = props;
  const shown = sortAlerts(filterAlerts(alerts, view.filter), view.order);
  if (shown.length === 0) {
    return (
      <PanelMessage
        icon="empty"
        tone="neutral"
        title="No alert passes the filter"
        action={{ label: 'Clear the filter', onPress: view.clear }}
      />
    );
  }
  const groups = view.groupBy === '' ? [{ name: '', alerts: shown }] : groupAlerts(shown, view.groupBy);
  return (
    <div className="gp-alert-groups">
      {groups.map((group) => (
        <AlertGroupSection key={group.name} group={group} groupBy={view.groupBy} onSilence={onSilence} />
      ))}
    </div>
  );
}
