import { createMemoryBackend } from '@glasspane/adapters/memory';
import type { TimeRange } from '@glasspane/core';
import { Dashboard } from '@glasspane/react';
import '@glasspane/react/styles.css';
import { createRoot } from 'react-dom/client';
import type { ChartData, Contestant } from '../page/Contestant.ts';
import { runContestant } from '../page/runContestant.ts';

// A dashboard has 24 columns; charts of the width that is asked for take four of them each.
const COLUMNS = 24;
const CHART_COLUMNS = 4;
const CHARTS_A_ROW = 5;
const CHART_ROWS = 5;

/** A chart whose samples the backend has. */
interface StoredChart {
  readonly expr: string;
  readonly timeRange: TimeRange;
}

const backend = createMemoryBackend();

// Only for first pictures: what was stored cannot be made other data of the same times.
const contestant: Contestant<StoredChart> = {
  boxes: '.gp-chart',
  prepare: storeChart,
  mount(host, look, charts) {
    host.style.cssText = `display: block; width: ${(look.width * COLUMNS) / CHART_COLUMNS}px`;
    const root = createRoot(host);
    root.render(<Dashboard dashboard={documentOf(charts)} backend={backend} isLive={false} theme="light" />);
    return {
      refresh() {
        throw new Error('A dashboard refreshes itself.');
      },
    };
  },
};

let stored = 0;

function storeChart({ times, columns }: ChartData): StoredChart {
  const chart = String(stored);
  stored += 1;
  for (const [index, values] of columns.entries()) {
    const labels = { __name__: 'load', chart, series: String(index) };
    backend.store.append(Array.from(times, (timeMs, row) => ({ labels, timeMs, value: values[row] ?? Number.NaN })));
  }
  const timeRange = { from: String(times[0] ?? 0), to: String(times.at(-1) ?? 0) };
  return { expr: `load{chart="${chart}"}`, timeRange };
}

function documentOf(charts: readonly StoredChart[]): unknown {
  return {
    schemaVersion: 1,
    id: 'benchmark',
    name: 'Benchmark',
    timeRange: charts[0]?.timeRange,
    refreshIntervalMs: 0,
    widgets: charts.map(({ expr }, index) => ({
      id: `chart-${index}`,
      type: 'timeSeries',
      title: `Chart ${index}`,
      layout: {
        x: CHART_COLUMNS * (index % CHARTS_A_ROW),
        y: CHART_ROWS * Math.floor(index / CHARTS_A_ROW),
        w: CHART_COLUMNS,
        h: CHART_ROWS,
      },
      queries: [{ refId: 'A', expr }],
      options: { legend: 'none' },
    })),
  };
}

runContestant(contestant);
