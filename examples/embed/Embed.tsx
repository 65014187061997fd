import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import { TimeSeriesChart } from '@glasspane/react';
import '@glasspane/react/styles.css';

const backend = createPrometheusBackend({ url: 'http://localhost:9090' });

export function RequestRate() {
  return (
    <TimeSeriesChart
      title="Requests to Prometheus"
      backend={backend}
      query="sum by (handler) (rate(prometheus_http_requests_total[1m]))"
      field={{ unit: 'reqps' }}
    />
  );
}
