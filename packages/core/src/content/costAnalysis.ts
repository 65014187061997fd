import type { Dashboard } from '../dashboard/Dashboard.ts';

const BY_RESOURCE = 'resource:cost:rate5m{currency="USD"}';
const BY_UNIT = 'resource_unit:cost:rate5m{currency="USD"}';
const PRICES = 'resource_unit:price:current{currency="USD"}';
const CALLS =
  'gen_ai_client_operation_duration_seconds_count{gen_ai_operation_name=~"chat|text_completion|generate_content|embeddings"}';

/**
 * What models and other resources cost, in US dollars: the series that a server records from its price list
 * (`@glasspane/core/cost`). Money in other currencies is not in it; copy it and change `currency` and the unit for those.
 *
 * @public
 */
export const costAnalysis: Dashboard = {
  schemaVersion: 1,
  id: 'cost-analysis',
  name: 'LLM cost',
  description: 'What models cost, by model and by kind of token',
  tags: ['llm', 'cost'],
  timeRange: { from: 'now-15m', to: 'now' },
  refreshIntervalMs: 10_000,
  widgets: [
    {
      id: 'hour',
      type: 'stat',
      title: 'Spent an hour',
      description: 'At the rate of the last five minutes.',
      layout: { x: 0, y: 0, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: `3600 * sum(${BY_RESOURCE})`, legend: 'An hour' }],
      field: { unit: 'currencyUSD', decimals: 2, min: 0 },
    },
    {
      id: 'range',
      type: 'stat',
      title: 'Spent in this time range',
      layout: { x: 6, y: 0, w: 6, h: 4 },
      queries: [
        { refId: 'A', expr: `60 * sum(sum_over_time(${BY_RESOURCE}[$__range:1m]))`, legend: 'Spent', instant: true },
      ],
      field: { unit: 'currencyUSD', decimals: 2, min: 0 },
    },
    {
      id: 'month',
      type: 'stat',
      title: 'A month at this rate',
      description: 'The mean of the last hour, over 30 days.',
      layout: { x: 12, y: 0, w: 6, h: 4 },
      queries: [
        { refId: 'A', expr: `30 * 86400 * sum(avg_over_time(${BY_RESOURCE}[1h]))`, legend: 'A month', instant: true },
      ],
      field: { unit: 'currencyUSD', decimals: 0, min: 0 },
    },
    {
      id: 'calls',
      type: 'stat',
      title: 'Cost of 1,000 calls',
      layout: { x: 18, y: 0, w: 6, h: 4 },
      queries: [{ refId: 'A', expr: `1000 * sum(${BY_RESOURCE}) / sum(rate(${CALLS}[5m]))`, legend: '1,000 calls' }],
      field: { unit: 'currencyUSD', decimals: 2, min: 0 },
    },
    {
      id: 'this-month',
      type: 'cost',
      title: 'This month, by model',
      description:
        'What was spent since the first of the month, and what the month will come to. Set a budget in its options.',
      layout: { x: 0, y: 4, w: 24, h: 9 },
      queries: [
        {
          refId: 'A',
          expr: `sum by (resource) (avg_over_time(${BY_RESOURCE}[$__interval]))`,
          legend: '{{resource}}',
          minStepMs: 60_000,
        },
      ],
      field: { unit: 'currencyUSD' },
      options: { period: 'month', ratePer: 'second' },
    },
    {
      id: 'by-model',
      type: 'timeSeries',
      title: 'Cost an hour, by model',
      layout: { x: 0, y: 13, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: `3600 * sum by (resource) (${BY_RESOURCE})`, legend: '{{resource}}' }],
      field: { unit: 'currencyUSD', min: 0 },
      options: { fillOpacity: 0.12 },
    },
    {
      id: 'by-unit',
      type: 'timeSeries',
      title: 'Cost an hour, by kind',
      layout: { x: 12, y: 13, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: `3600 * sum by (unit) (${BY_UNIT})`, legend: '{{unit}}' }],
      field: { unit: 'currencyUSD', min: 0 },
    },
    {
      id: 'spent',
      type: 'table',
      title: 'Spent in this time range, by model',
      layout: { x: 0, y: 21, w: 12, h: 7 },
      queries: [
        {
          refId: 'A',
          expr: `sort_desc(60 * sum by (resource) (sum_over_time(${BY_RESOURCE}[$__range:1m])))`,
          instant: true,
        },
      ],
      field: { unit: 'currencyUSD', decimals: 2 },
    },
    {
      id: 'prices',
      type: 'table',
      title: 'Prices of a million, as they are now',
      layout: { x: 12, y: 21, w: 12, h: 7 },
      queries: [{ refId: 'A', expr: `sort_desc(1e6 * max by (resource, unit) (${PRICES}))`, instant: true }],
      field: { unit: 'currencyUSD', decimals: 2 },
    },
  ],
};
