import { createServerBackend } from '@glasspane/adapters/server';
import {
  AlertList,
  AlertRuleEditor,
  AlertRuleList,
  IncidentList,
  IncidentView,
  SilenceButton,
  SilenceList,
  TimeSeriesChart,
} from '@glasspane/react';
import '@glasspane/react/styles.css';

const backend = createServerBackend({ url: 'http://localhost:4401' });

export function Alerts({ user }: { readonly user: string }) {
  return (
    <>
      <AlertList backend={backend} user={user} groupBy="service" />
      <SilenceList backend={backend} user={user} />
    </>
  );
}

export function OwnAlertRow() {
  return <SilenceButton backend={backend} labels={{ alertname: 'high_error_rate', service: 'checkout' }} />;
}

export function Rules() {
  return <AlertRuleList backend={backend} />;
}

export function NewRule({ close }: { readonly close: () => void }) {
  return (
    <AlertRuleEditor backend={backend} defaultRule={{ expr: 'error_rate > 0.05' }} onSaved={close} onCancel={close} />
  );
}

export function Incidents({ user }: { readonly user: string }) {
  return <IncidentList backend={backend} user={user} />;
}

export function OneIncident({ id, user }: { readonly id: string; readonly user: string }) {
  return <IncidentView backend={backend} id={id} user={user} />;
}

export function WatchedChart({ open }: { readonly open: (service: string | undefined) => void }) {
  return (
    <TimeSeriesChart
      title="Errors"
      backend={backend}
      query="sum by (service) (rate(errors_total[5m]))"
      onAlertClick={({ labels }) => open(labels.service)}
    />
  );
}
