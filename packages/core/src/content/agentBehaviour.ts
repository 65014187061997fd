import type { Dashboard } from '../dashboard/Dashboard.ts';

const SECONDS = 'gen_ai_client_operation_duration_seconds';
const RUNS = 'gen_ai_operation_name="invoke_agent"';
const TOOLS = 'gen_ai_operation_name="execute_tool"';
const RATE = '[$__rate_interval]';

/**
 * What agents do: runs, tools, failures and how long they take, by OpenTelemetry's names for generative AI
 * (`gen_ai.client.operation.duration` with the operations `invoke_agent` and `execute_tool`).
 *
 * @public
 */
export const agentBehaviour: Dashboard = {
  schemaVersion: 1,
  id: 'agent-behaviour',
  name: 'Agent behaviour',
  description: 'Runs of agents, the tools they use, and where they fail',
  tags: ['llm', 'agents'],
  timeRange: { from: 'now-15m', to: 'now' },
  refreshIntervalMs: 10_000,
  widgets: [
    {
      id: 'runs-now',
      type: 'stat',
      title: 'Agent runs a minute',
      layout: { x: 0, y: 0, w: 8, h: 4 },
      queries: [{ refId: 'A', expr: `60 * sum(rate(${SECONDS}_count{${RUNS}}[2m]))`, legend: 'Runs' }],
      field: { unit: 'short', decimals: 0, min: 0 },
    },
    {
      id: 'failed-now',
      type: 'stat',
      title: 'Runs that failed',
      description: 'Share of agent runs that ended in an error, over five minutes.',
      layout: { x: 8, y: 0, w: 8, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: `(sum(rate(${SECONDS}_count{${RUNS},error_type!=""}[5m])) or vector(0)) / sum(rate(${SECONDS}_count{${RUNS}}[5m]))`,
          legend: 'Failed',
        },
      ],
      field: {
        unit: 'percentunit',
        decimals: 1,
        min: 0,
        thresholds: [
          { color: 'good', label: 'healthy' },
          { value: 0.05, color: 'warning', label: 'above 5 %' },
          { value: 0.1, color: 'critical', label: 'above 10 %' },
        ],
      },
    },
    {
      id: 'tools-per-run',
      type: 'stat',
      title: 'Tools per run',
      layout: { x: 16, y: 0, w: 8, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: `sum(rate(${SECONDS}_count{${TOOLS}}[5m])) / sum(rate(${SECONDS}_count{${RUNS}}[5m]))`,
          legend: 'Tools',
        },
      ],
      field: { unit: 'short', decimals: 1, min: 0 },
    },
    {
      id: 'runs',
      type: 'timeSeries',
      title: 'Runs a minute, by agent',
      layout: { x: 0, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `60 * sum by (gen_ai_agent_name) (rate(${SECONDS}_count{${RUNS}}${RATE}))`,
          legend: '{{gen_ai_agent_name}}',
        },
      ],
      field: { unit: 'short', min: 0 },
    },
    {
      id: 'duration',
      type: 'timeSeries',
      title: 'Duration of runs (p90)',
      layout: { x: 12, y: 4, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `histogram_quantile(0.9, sum by (le, gen_ai_agent_name) (rate(${SECONDS}_bucket{${RUNS}}${RATE})))`,
          legend: '{{gen_ai_agent_name}}',
        },
      ],
      field: { unit: 's', min: 0 },
    },
    {
      id: 'tools',
      type: 'timeSeries',
      title: 'Tool calls a minute',
      layout: { x: 0, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `60 * sum by (gen_ai_tool_name) (rate(${SECONDS}_count{${TOOLS}}${RATE}))`,
          legend: '{{gen_ai_tool_name}}',
        },
      ],
      field: { unit: 'short', min: 0 },
    },
    {
      id: 'tool-errors',
      type: 'timeSeries',
      title: 'Failed tool calls',
      description: 'Share of the calls of each tool that ended in an error.',
      layout: { x: 12, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sum by (gen_ai_tool_name) (rate(${SECONDS}_count{${TOOLS},error_type!=""}${RATE})) / sum by (gen_ai_tool_name) (rate(${SECONDS}_count{${TOOLS}}${RATE}))`,
          legend: '{{gen_ai_tool_name}}',
        },
      ],
      field: { unit: 'percentunit', min: 0, noValue: 'No errors' },
    },
  ],
};
