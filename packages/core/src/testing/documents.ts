/** A widget that uses every field. */
export const widgetDocument = {
  id: 'cpu',
  type: 'timeSeries',
  title: 'CPU',
  description: 'Time not idle.',
  layout: { x: 0, y: 0, w: 12, h: 8 },
  queries: [
    {
      refId: 'A',
      expr: 'rate(node_cpu_seconds_total{mode!="idle", instance="$host"}[$__rate_interval])',
      legend: '{{mode}}',
      instant: false,
      minStepMs: 15_000,
      isHidden: false,
    },
  ],
  field: {
    unit: 'percentunit',
    decimals: 1,
    min: 0,
    max: 1,
    thresholds: [
      { color: 'good', label: 'fine' },
      { value: 0.8, color: '#ff8800' },
    ],
    mappings: [{ from: 0.99, to: 1, text: 'full', color: 'critical' }],
    noValue: 'none',
  },
  options: { legend: { placement: 'bottom' } },
  timeRange: { from: 'now-1h', to: 'now' },
} as const;

/** A dashboard that uses every field. */
export const dashboardDocument = {
  schemaVersion: 1,
  id: 'system',
  name: 'System overview',
  description: 'Of this host.',
  tags: ['host'],
  timeRange: { from: 'now-6h', to: 'now' },
  refreshIntervalMs: 15_000,
  variables: [
    {
      type: 'labelValues',
      name: 'host',
      label: 'Host',
      labelName: 'instance',
      selector: 'up',
      isMulti: true,
      hasAll: true,
    },
    { type: 'custom', name: 'mode', options: ['user', 'system'], defaultValue: ['user'] },
    { type: 'text', name: 'filter', description: 'A text.', defaultValue: '' },
    { type: 'constant', name: 'job', value: 'node' },
  ],
  widgets: [widgetDocument],
} as const;

/** A metric that uses every field. */
export const metricDocument = {
  name: 'api_calls_total',
  type: 'counter',
  unit: 'calls',
  help: 'Calls so far.',
  labels: ['environment', 'service'],
} as const;

/** An annotation that uses every field. */
export const annotationDocument = {
  id: 'deploy-7',
  timeMs: 1_774_866_030_456,
  endMs: 1_774_866_090_456,
  text: 'Deployed 1.2.3',
  tags: ['deploy'],
  dashboardId: 'system',
} as const;

/** An alert rule that uses every field. */
export const alertRuleDocument = {
  id: 'r1',
  name: 'high_error_rate',
  description: 'Too many errors.',
  expr: 'error_rate > 0.05',
  forMs: 300_000,
  keepFiringForMs: 60_000,
  severity: 'critical',
  labels: { team: 'api' },
  annotations: { summary: 'Error rate is {{ $value }}' },
  channels: ['email', 'slack'],
  isPaused: false,
} as const;

/** A report schedule that uses every field but `cron`. */
export const reportScheduleDocument = {
  id: 's1',
  name: 'Every morning',
  dashboardId: 'system',
  frequency: 'daily',
  timeOfDay: '07:30',
  timeZone: 'Europe/Berlin',
  format: 'pdf',
  recipients: ['team@example.com'],
  timeRange: { from: 'now-1d/d', to: 'now-1d/d' },
  variables: { host: ['a', 'b'], mode: 'user' },
  isPaused: false,
} as const;
