import type { Alert } from '@glasspane/core';

const minuteMs = 60_000;

/** Returns the alerts of an imagined marketplace at a moment: nothing in them was measured. */
export function sampleAlerts(nowMs: number): readonly Alert[] {
  const ago = (minutes: number): number => nowMs - minutes * minuteMs;
  return [
    errorRate(
      '1f0c5b7d9a3e4c21',
      { service: 'checkout', instance: 'checkout-1' },
      { value: 0.1274, startsAtMs: ago(4.4) },
    ),
    errorRate('1f0c5b7d9a3e4c22', { service: 'search', instance: 'search-2' }, { value: 0.0812, startsAtMs: ago(11) }),
    errorRate(
      '1f0c5b7d9a3e4c23',
      { service: 'search', instance: 'search-1' },
      { value: 0.0533, startsAtMs: ago(1.2), state: 'pending' },
    ),
    {
      fingerprint: '2a9d3bb0c15e7f01',
      labels: { alertname: 'model_latency_p95', severity: 'warning', model: 'large-2', region: 'eu-west' },
      annotations: {
        summary: 'large-2 answers slowly in eu-west',
        description: 'Nineteen of twenty requests should be answered within 4 s.',
        runbook_url: 'https://runbooks.example/model-latency',
      },
      state: 'firing',
      value: 6.82,
      startsAtMs: ago(38),
      receivers: ['slack'],
    },
    {
      fingerprint: '2a9d3bb0c15e7f02',
      labels: { alertname: 'model_latency_p95', severity: 'warning', model: 'small-1', region: 'us-east' },
      annotations: { summary: 'small-1 answers slowly in us-east' },
      state: 'resolved',
      value: 3.1,
      startsAtMs: ago(95),
      endsAtMs: ago(21),
      receivers: ['slack'],
    },
    {
      fingerprint: '77ab01fe6d2c9084',
      labels: { alertname: 'daily_budget', severity: 'info', team: 'agents', currency: 'EUR' },
      annotations: { summary: 'Agents have spent 80 % of today’s budget' },
      state: 'firing',
      value: 412.5,
      startsAtMs: ago(187),
      receivers: ['email'],
    },
    {
      fingerprint: '93be44d07c1a5e60',
      labels: { alertname: 'vector_index_lag', severity: 'critical', collection: 'products', shard: '3' },
      annotations: {
        summary: 'The product index is behind by more than ten minutes',
        runbook_url: 'javascript:alert(1)',
      },
      state: 'firing',
      value: 731,
      startsAtMs: ago(66),
      receivers: ['email', 'slack'],
      inhibitedBy: ['1f0c5b7d9a3e4c21'],
    },
  ];
}

function errorRate(fingerprint: string, labels: Record<string, string>, rest: Partial<Alert>): Alert {
  return {
    fingerprint,
    labels: { alertname: 'high_error_rate', severity: 'critical', ...labels, environment: 'prod' },
    annotations: {
      summary: `More than 5 % of requests fail in ${labels.service}`,
      description: 'Counted over five minutes, by service and instance.',
      runbook_url: 'https://runbooks.example/high-error-rate',
    },
    state: 'firing',
    startsAtMs: 0,
    generatorUrl: 'https://metrics.example/graph?g0.expr=error_rate',
    receivers: ['email', 'slack'],
    ...rest,
  };
}
