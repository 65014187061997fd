import type { Dashboard } from '../dashboard/Dashboard.ts';

const CALLS = 'gen_ai_client_operation_duration_seconds';
const MODEL_CALLS = 'gen_ai_operation_name=~"chat|text_completion|generate_content|embeddings"';

/**
 * How language models answer: calls, errors, latency, time to the first token and tokens, by OpenTelemetry's names for
 * generative AI (`gen_ai.client.operation.duration`, `gen_ai.client.token.usage`, `gen_ai.server.time_to_first_token`).
 *
 * @public
 */
export const llmPerformance: Dashboard = {
  schemaVersion: 1,
  id: 'llm-performance',
  name: 'LLM performance',
  description: 'Calls, errors, latency and tokens of language models',
  tags: ['llm'],
  timeRange: { from: 'now-15m', to: 'now' },
  refreshIntervalMs: 10_000,
  widgets: [
    {
      id: 'calls-now',
      type: 'stat',
      title: 'Model calls a second',
      layout: { x: 0, y: 0, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: `sum(rate(${CALLS}_count{${MODEL_CALLS}}[1m]))`, legend: 'Calls' }],
      field: { unit: 'reqps', decimals: 1, min: 0 },
    },
    {
      id: 'errors-now',
      type: 'stat',
      title: 'Failed calls',
      description: 'Share of model calls that ended in an error, over five minutes.',
      layout: { x: 6, y: 0, w: 6, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: `(sum(rate(${CALLS}_count{${MODEL_CALLS},error_type!=""}[5m])) or vector(0)) / sum(rate(${CALLS}_count{${MODEL_CALLS}}[5m]))`,
          legend: 'Failed',
        },
      ],
      field: {
        unit: 'percentunit',
        decimals: 2,
        min: 0,
        thresholds: [
          { color: 'good', label: 'healthy' },
          { value: 0.02, color: 'warning', label: 'above 2 %' },
          { value: 0.05, color: 'critical', label: 'above 5 %' },
        ],
      },
    },
    {
      id: 'first-token-now',
      type: 'stat',
      title: 'First token within',
      description: '95 % of the answers begin within this time.',
      layout: { x: 12, y: 0, w: 6, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: 'histogram_quantile(0.95, sum by (le) (rate(gen_ai_server_time_to_first_token_seconds_bucket[5m])))',
          legend: 'p95',
        },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'tokens-now',
      type: 'stat',
      title: 'Tokens a second',
      layout: { x: 18, y: 0, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: 'sum(rate(gen_ai_client_token_usage_sum[1m]))', legend: 'Tokens' }],
      field: { unit: 'short', decimals: 0, min: 0 },
    },
    {
      id: 'latency',
      type: 'timeSeries',
      title: 'Latency by model (p95)',
      layout: { x: 0, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `histogram_quantile(0.95, sum by (le, gen_ai_request_model) (rate(${CALLS}_bucket{${MODEL_CALLS}}[$__rate_interval])))`,
          legend: '{{gen_ai_request_model}}',
        },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'calls',
      type: 'timeSeries',
      title: 'Calls by model',
      layout: { x: 12, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sum by (gen_ai_request_model) (rate(${CALLS}_count{${MODEL_CALLS}}[$__rate_interval]))`,
          legend: '{{gen_ai_request_model}}',
        },
      ],
      field: { unit: 'reqps', min: 0 },
    },
    {
      id: 'tokens',
      type: 'timeSeries',
      title: 'Tokens by kind',
      layout: { x: 0, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: 'sum by (gen_ai_token_type) (rate(gen_ai_client_token_usage_sum[$__rate_interval]))',
          legend: '{{gen_ai_token_type}}',
        },
      ],
      field: { unit: 'short', min: 0 },
    },
    {
      id: 'errors',
      type: 'timeSeries',
      title: 'Errors by cause',
      layout: { x: 12, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sum by (error_type) (rate(${CALLS}_count{${MODEL_CALLS},error_type!=""}[$__rate_interval]))`,
          legend: '{{error_type}}',
        },
      ],
      field: { unit: 'reqps', min: 0, noValue: 'No errors' },
    },
  ],
};
