import type { Dashboard } from '../dashboard/Dashboard.ts';

const FIRING = 'ALERTS{alertstate="firing"}';
const PENDING = 'ALERTS{alertstate="pending"}';

/**
 * For the regular review of alert rules: which fire most, which hold for long and which never get beyond pending. It reads
 * the series `ALERTS` that a Prometheus and a Glasspane server write, one minute fine.
 *
 * @public
 */
export const alertReview: Dashboard = {
  schemaVersion: 1,
  id: 'alert-review',
  name: 'Alert review',
  description: 'Which rules fire, how long, and which only cry wolf',
  tags: ['alerts'],
  timeRange: { from: 'now-24h', to: 'now' },
  refreshIntervalMs: 60_000,
  widgets: [
    {
      id: 'firing-now',
      type: 'stat',
      title: 'Firing now',
      layout: { x: 0, y: 0, w: 8, h: 4 },
      queries: [{ refId: 'A', expr: `count(${FIRING}) or vector(0)`, legend: 'Firing', instant: true }],
      field: {
        unit: 'short',
        decimals: 0,
        thresholds: [
          { color: 'good', label: 'all is well' },
          { value: 1, color: 'critical', label: 'firing' },
        ],
      },
    },
    {
      id: 'rules-fired',
      type: 'stat',
      title: 'Rules that fired',
      description: 'In this time range.',
      layout: { x: 8, y: 0, w: 8, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: `count(count by (alertname) (last_over_time(${FIRING}[$__range]))) or vector(0)`,
          legend: 'Rules',
          instant: true,
        },
      ],
      field: { unit: 'short', decimals: 0 },
    },
    {
      id: 'never-fired',
      type: 'stat',
      title: 'Pending, but never fired',
      description: 'Alerts whose condition held in this time range, but never long enough.',
      layout: { x: 16, y: 0, w: 8, h: 4 },
      queries: [
        {
          refId: 'A',
          expr: `count(last_over_time(${PENDING}[$__range]) unless ignoring (alertstate) last_over_time(${FIRING}[$__range])) or vector(0)`,
          legend: 'Alerts',
          instant: true,
        },
      ],
      field: { unit: 'short', decimals: 0 },
    },
    {
      id: 'by-rule',
      type: 'timeSeries',
      title: 'Alerts that fire, by rule',
      layout: { x: 0, y: 4, w: 24, h: 8 },
      queries: [{ refId: 'A', expr: `count by (alertname) (${FIRING})`, legend: '{{alertname}}' }],
      field: { unit: 'short', decimals: 0, min: 0, noValue: 'Nothing fired' },
      options: { fillOpacity: 0.12 },
    },
    {
      id: 'firing-time',
      type: 'table',
      title: 'Time spent firing',
      description: 'Of all alerts of a rule together, in this time range.',
      layout: { x: 0, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sort_desc(60 * sum by (alertname, severity) (count_over_time(${FIRING}[$__range:1m])))`,
          instant: true,
        },
      ],
      field: { unit: 's', noValue: 'Nothing fired' },
    },
    {
      id: 'noisiest',
      type: 'table',
      title: 'How often alerts began to fire',
      layout: { x: 12, y: 12, w: 12, h: 8 },
      queries: [
        {
          refId: 'A',
          expr: `sort_desc(sum by (alertname, severity) (count_over_time((${FIRING} unless ${FIRING} offset 1m)[$__range:1m])))`,
          instant: true,
        },
      ],
      field: { unit: 'short', decimals: 0, noValue: 'Nothing fired' },
    },
  ],
};
