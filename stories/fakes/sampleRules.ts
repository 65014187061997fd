import type { Alert, AlertRule, AlertRuleStatus, Channel } from '@glasspane/core';

/** The channels of an imagined shop. */
export const sampleChannels: readonly Channel[] = [
  { id: 'email', types: ['email'] },
  { id: 'on-call', types: ['slack', 'webhook'] },
];

/** The alert rules of an imagined shop, over the metrics of the sample backend. */
export const sampleRules: readonly AlertRule[] = [
  {
    id: 'latency',
    name: 'slow_answers',
    expr: 'max by (service) (latency_seconds) > 0.12',
    forMs: 300_000,
    severity: 'critical',
    channels: ['email', 'on-call'],
    labels: { team: 'shop' },
    annotations: {
      summary: '{{ $labels.service }} answers slowly',
      runbook_url: 'https://runbooks.example/slow-answers',
    },
  },
  {
    id: 'errors',
    name: 'high_error_rate',
    description: 'Counted over five minutes.',
    expr: 'sum(rate(errors_total[5m])) / sum(rate(requests_total[5m])) > 0.02',
    forMs: 120_000,
    severity: 'warning',
  },
  { id: 'memory', name: 'memory_is_scarce', expr: 'memory_bytes > 1e9', severity: 'info', isPaused: true },
  { id: 'index', name: 'vector_index_lag', expr: 'vector_index_lag_seconds > 600', severity: 'critical' },
];

/** Returns what the sample rules gave at a moment. */
export function sampleResults(nowMs: number): ReadonlyMap<string, Partial<AlertRuleStatus>> {
  const evaluated = { lastEvaluationMs: nowMs - 8000 };
  return new Map<string, Partial<AlertRuleStatus>>([
    [
      'latency',
      { ...evaluated, state: 'firing', alerts: [slow('worker', 'firing', nowMs), slow('web', 'pending', nowMs)] },
    ],
    ['errors', evaluated],
    [
      'index',
      {
        ...evaluated,
        health: 'error',
        lastError: 'query timed out in expression evaluation; aggregate it, or ask for less',
      },
    ],
  ]);
}

function slow(service: string, state: Alert['state'], nowMs: number): Alert {
  return {
    fingerprint: `slow-${service}`,
    labels: { alertname: 'slow_answers', severity: 'critical', team: 'shop', service },
    annotations: { summary: `${service} answers slowly`, runbook_url: 'https://runbooks.example/slow-answers' },
    state,
    value: 0.151,
    startsAtMs: nowMs - (state === 'firing' ? 1_380_000 : 150_000),
  };
}
