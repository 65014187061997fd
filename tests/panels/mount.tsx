import { createAlertmanager } from '@glasspane/adapters/alertmanager';
import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import { AlertList, AlertRuleList, IncidentList, SilenceList, TimeSeriesChart } from '@glasspane/react';
import '@glasspane/react/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const backend = {
  ...createPrometheusBackend({ url: `${location.origin}/prometheus` }),
  ...createAlertmanager({ url: `${location.origin}/alertmanager` }),
};

const host = document.getElementById('root');
if (host !== null) {
  createRoot(host).render(
    <StrictMode>
      <AlertList backend={backend} user="ada" refreshIntervalMs={500} />
      <SilenceList backend={backend} user="ada" refreshIntervalMs={500} />
      <AlertRuleList backend={backend} refreshIntervalMs={500} />
      <IncidentList backend={backend} />
      <TimeSeriesChart title="Watched" backend={backend} query="watched" />
    </StrictMode>,
  );
}
