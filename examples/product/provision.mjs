import { parseArgs } from 'node:util';
import { MonitoringClient } from '@glasspane/adapters/client';
import * as content from '@glasspane/core/content';

// What a host's deployment does: gives the backend the product's dashboards and rules. What is there already is kept as
// people left it.
const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:4401' } } });
const client = new MonitoringClient({ url: values.url });

const rules = [
  {
    id: 'high-request-rate',
    name: 'HighRequestRate',
    description: 'The API is asked more often than it is meant for.',
    condition: 'sum(rate(http_requests_total[30s])) > 60',
    duration: '10s',
    severity: 'critical',
    channels: ['email', 'slack'],
    annotations: { summary: '{{ $value | humanize }} requests a second, more than 60' },
  },
  {
    id: 'model-errors',
    name: 'ModelErrors',
    description: 'Calls of a language model fail.',
    condition:
      'sum by (gen_ai_request_model) (rate(gen_ai_client_operation_duration_seconds_count{error_type!=""}[5m])) / sum by (gen_ai_request_model) (rate(gen_ai_client_operation_duration_seconds_count[5m])) > 0.1',
    duration: '5m',
    severity: 'warning',
    channels: ['slack'],
    annotations: {
      summary: '{{ $value | humanizePercentage }} of the calls of {{ $labels.gen_ai_request_model }} fail',
    },
  },
  {
    id: 'disk-nearly-full',
    name: 'DiskNearlyFull',
    description: 'A file system has little room left.',
    condition:
      'max by (mountpoint) (1 - node_filesystem_avail_bytes{fstype!="tmpfs"} / node_filesystem_size_bytes{fstype!="tmpfs"}) > 0.97',
    duration: '5m',
    severity: 'warning',
    channels: ['email'],
    annotations: { summary: '{{ $labels.mountpoint }} is {{ $value | humanizePercentage }} full' },
  },
];

const knownDashboards = new Set((await client.listDashboards()).map(({ id }) => id));
for (const dashboard of Object.values(content)) {
  if (!knownDashboards.has(dashboard.id)) await client.createDashboard(dashboard);
}
const knownRules = new Set((await client.listAlertRules()).map(({ id }) => id));
for (const rule of rules) {
  if (!knownRules.has(rule.id)) await client.createAlertRule(rule);
}
await client.close();
