// Runs in a consumer's folder: renders on the server what App.tsx shows, and prints what came out as JSON.
import { createPrometheusBackend } from '@glasspane/adapters/prometheus';
import { Dashboard, TimeSeriesChart, TimeSeriesView } from '@glasspane/react';
import { createElement, StrictMode, version } from 'react';
import { renderToString } from 'react-dom/server';

const warnings = [];
for (const level of ['error', 'warn']) console[level] = (...parts) => warnings.push(parts.join(' '));

const backend = createPrometheusBackend({ url: 'http://127.0.0.1:9' });
const dashboard = {
  schemaVersion: 1,
  id: 'overview',
  name: 'Overview',
  timeRange: { from: 'now-1h', to: 'now' },
  widgets: [
    {
      id: 'cpu',
      type: 'timeSeries',
      title: 'CPU of all hosts',
      layout: { x: 0, y: 0, w: 12, h: 8 },
      queries: [{ refId: 'A', expr: 'up' }],
    },
  ],
};
const times = Float64Array.from({ length: 60 }, (_, i) => 1_700_000_000_000 + i * 60_000);
const frame = {
  length: 60,
  fields: [
    { kind: 'time', name: 'time', values: times },
    {
      kind: 'number',
      name: 'load',
      labels: { host: 'a' },
      values: Float64Array.from(times, (_, i) => Math.sin(i / 9)),
    },
  ],
};
const view = {
  title: 'Load of one host',
  frames: [frame],
  width: 640,
  height: 320,
  timeRange: { startMs: times[0], endMs: times[59] },
  locale: 'en',
  timeZone: 'UTC',
};

const render = (type, props) => renderToString(createElement(StrictMode, null, createElement(type, props)));
process.stdout.write(
  JSON.stringify({
    react: version,
    chart: render(TimeSeriesChart, { title: 'Requests a second', backend, query: 'up' }),
    dashboard: render(Dashboard, { dashboard, backend }),
    view: render(TimeSeriesView, view),
    warnings,
  }),
);
