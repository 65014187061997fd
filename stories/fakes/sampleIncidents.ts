import type { Incident } from '@glasspane/core';

const minuteMs = 60_000;

/** Returns the incidents of an imagined marketplace at a moment: nothing in them was measured. */
export function sampleIncidents(nowMs: number): readonly Incident[] {
  const ago = (minutes: number): number => nowMs - minutes * minuteMs;
  return [
    {
      id: 'inc-42',
      title: 'high_error_rate (environment=prod)',
      severity: 'critical',
      status: 'triggered',
      groupLabels: { alertname: 'high_error_rate', environment: 'prod' },
      alerts: [
        {
          fingerprint: '1f0c5b7d9a3e4c21',
          labels: { alertname: 'high_error_rate', severity: 'critical', service: 'checkout', environment: 'prod' },
          annotations: { summary: 'More than 5 % of requests fail in checkout' },
          startsAtMs: ago(12),
        },
        {
          fingerprint: '1f0c5b7d9a3e4c22',
          labels: { alertname: 'high_error_rate', severity: 'critical', service: 'search', environment: 'prod' },
          annotations: { summary: 'More than 5 % of requests fail in search' },
          startsAtMs: ago(9),
          endsAtMs: ago(3),
        },
      ],
      triggeredMs: ago(12),
      timeline: [
        { type: 'triggered', atMs: ago(12) },
        { type: 'alertAdded', atMs: ago(12), text: 'high_error_rate (service=checkout)' },
        { type: 'notified', atMs: ago(11.5), text: 'slack' },
        { type: 'notificationFailed', atMs: ago(11.4), text: 'email: the mail server did not answer; trying again' },
        { type: 'alertAdded', atMs: ago(9), text: 'high_error_rate (service=search)' },
        { type: 'notified', atMs: ago(8.5), text: 'email' },
        { type: 'alertResolved', atMs: ago(3), text: 'high_error_rate (service=search)' },
      ],
    },
    {
      id: 'inc-41',
      title: 'model_latency_p95 (region=eu-west)',
      severity: 'warning',
      status: 'acknowledged',
      groupLabels: { alertname: 'model_latency_p95', region: 'eu-west' },
      alerts: [
        {
          fingerprint: '2a9d3bb0c15e7f01',
          labels: { alertname: 'model_latency_p95', severity: 'warning', model: 'large-2', region: 'eu-west' },
          annotations: { summary: 'large-2 answers slowly in eu-west' },
          startsAtMs: ago(38),
        },
      ],
      triggeredMs: ago(38),
      acknowledgedMs: ago(33),
      acknowledgedBy: 'grace@example.com',
      assignee: 'grace@example.com',
      timeline: [
        { type: 'triggered', atMs: ago(38) },
        { type: 'notified', atMs: ago(37), text: 'slack' },
        { type: 'acknowledged', atMs: ago(33), by: 'grace@example.com' },
        { type: 'assigned', atMs: ago(33), by: 'grace@example.com', text: 'grace@example.com' },
        {
          type: 'note',
          atMs: ago(20),
          by: 'grace@example.com',
          text: 'The provider reports trouble in that region.\nTraffic is being moved to eu-north.',
        },
      ],
    },
    {
      id: 'inc-40',
      title: 'vector_index_lag (collection=products)',
      severity: 'critical',
      status: 'resolved',
      groupLabels: { alertname: 'vector_index_lag', collection: 'products' },
      alerts: [],
      triggeredMs: ago(60 * 26),
      acknowledgedMs: ago(60 * 26 - 4),
      acknowledgedBy: 'ada@example.com',
      resolvedMs: ago(60 * 25),
      assignee: 'ada@example.com',
      timeline: [
        { type: 'triggered', atMs: ago(60 * 26) },
        { type: 'acknowledged', atMs: ago(60 * 26 - 4), by: 'ada@example.com' },
        { type: 'resolved', atMs: ago(60 * 25) },
      ],
    },
  ];
}
