// @vitest-environment node
import type { Frame } from '@glasspane/core';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BarChartView } from './barChart/BarChartView.tsx';
import { BarGaugeView } from './barGauge/BarGaugeView.tsx';
import { CostView } from './cost/CostView.tsx';
import type { FrameViewProps } from './FrameViewProps.ts';
import { GaugeView } from './gauge/GaugeView.tsx';
import { HeatmapView } from './heatmap/HeatmapView.tsx';
import { HistogramView } from './histogram/HistogramView.tsx';
import { PieView } from './pie/PieView.tsx';
import { SloView } from './slo/SloView.tsx';
import { StatView } from './stat/StatView.tsx';
import { StateTimelineView } from './stateTimeline/StateTimelineView.tsx';
import { StatusHistoryView } from './statusHistory/StatusHistoryView.tsx';
import { TableView } from './table/TableView.tsx';
import { TextView } from './text/TextView.tsx';
import { TimeSeriesView } from './timeSeries/TimeSeriesView.tsx';
import { TopListView } from './topList/TopListView.tsx';
import { TreemapView } from './treemap/TreemapView.tsx';

const timeRange = { startMs: Date.UTC(2026, 0, 1), endMs: Date.UTC(2026, 0, 1, 1) };

function frame(columns: readonly (readonly number[])[]): Frame {
  const length = columns[0]?.length ?? 0;
  const step = (timeRange.endMs - timeRange.startMs) / Math.max(1, length - 1);
  return {
    length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from({ length }, (_, row) => timeRange.startMs + row * step) },
      ...columns.map((values, index) => ({
        kind: 'number' as const,
        name: 'requests',
        labels: { __name__: 'requests', instance: `api-${index}` },
        values: Float64Array.from(values),
      })),
    ],
  };
}

const two = [
  frame([
    [1, 2, 3],
    [30, 20, 10],
  ]),
];
const base: FrameViewProps = {
  frames: two,
  title: 'Requests',
  timeRange,
  width: 600,
  height: 300,
  locale: 'en-US',
  timeZone: 'UTC',
};

const views: readonly (readonly [string, (props: FrameViewProps) => ReactElement])[] = [
  ['time series', (props) => <TimeSeriesView {...props} />],
  ['stat', (props) => <StatView {...props} />],
  ['gauge', (props) => <GaugeView {...props} />],
  ['bar gauge', (props) => <BarGaugeView {...props} options={{ fill: 'gradient' }} />],
  ['table', (props) => <TableView {...props} />],
  ['state timeline', (props) => <StateTimelineView {...props} />],
  ['status history', (props) => <StatusHistoryView {...props} />],
  ['histogram', (props) => <HistogramView {...props} />],
  ['heatmap', (props) => <HeatmapView {...props} />],
  ['bar chart', (props) => <BarChartView {...props} />],
  ['bar chart over time', (props) => <BarChartView {...props} options={{ categories: 'time', stacking: 'normal' }} />],
  ['top list', (props) => <TopListView {...props} />],
  ['pie', (props) => <PieView {...props} />],
  ['treemap', (props) => <TreemapView {...props} options={{ path: ['__name__', 'instance'] }} />],
  ['slo', ({ frames: [only], ...props }) => <SloView {...props} frames={sloFramesOf(only)} />],
  ['cost', (props) => <CostView {...props} options={{ period: 'day', budget: 1 }} />],
  ['text', (props) => <TextView {...props} options={{ content: '# Hello' }} />],
];

function sloFramesOf(only: Frame | undefined) {
  return only === undefined ? { windows: {} } : { windows: { '5m': only, '1h': only, '30d': only }, course: only };
}

/** An attribute that places or sizes something, and has no number where one belongs. */
const BROKEN_GEOMETRY =
  / (?:d|x|y|x1|x2|y1|y2|width|height|viewBox|transform|style)="[^"]*(?:NaN|Infinity|undefined)[^"]*"/;

let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => complaints.push(args));
  vi.spyOn(console, 'warn').mockImplementation((...args) => complaints.push(args));
});

afterEach(() => vi.restoreAllMocks());

describe('a chart rendered in plain Node', () => {
  it('is complete: lines, axes, units, a name and a description', () => {
    const html = renderToString(<TimeSeriesView {...base} field={{ unit: 'reqps' }} />);
    expect(html.match(/class="gp-line"/g)).toHaveLength(2);
    expect(html).toMatch(/<text[^>]*>00:30<\/text>/);
    expect(html).toContain('30\u00a0req/s');
    expect(html).toContain(
      'aria-label="Requests: 2 series, Thu, Jan 1, 2026, 00:00:00 to Thu, Jan 1, 2026, 01:00:00, minimum 1\u00a0req/s, maximum 30\u00a0req/s."',
    );
    expect(complaints).toEqual([]);
  });

  it('has colours of its own, for where no stylesheet is', () => {
    expect(renderToString(<TimeSeriesView {...base} />)).toMatch(/stroke="var\(--gp-series-\d+, #[\da-f]{6}\)"/);
  });
});

describe.each(views)('the %s view', (_, render) => {
  it.each([
    ['no frame', []],
    ['an empty frame', [frame([])]],
    ['a single sample', [frame([[5]])]],
    ['only NaN', [frame([[Number.NaN, Number.NaN]])]],
    ['infinities', [frame([[Number.NEGATIVE_INFINITY, 1, Number.POSITIVE_INFINITY]])]],
    ['the largest numbers', [frame([[-1e308, 1e308]])]],
    ['the smallest numbers', [frame([[0, 5e-324]])]],
    ['six hundred series', [frame(Array.from({ length: 600 }, (_series, index) => [index, index + 1]))]],
    ['a string', [{ length: 1, fields: [{ kind: 'string', name: 's', values: ['<b>'] }] }]],
  ] satisfies (readonly [string, readonly Frame[]])[])(
    'renders %s at any size, without NaN and without a warning',
    (_name, frames) => {
      for (const [width, height] of [
        [120, 60],
        [1, 1],
        [0, 0],
        [200, 100],
        [2560, 1440],
      ] as const) {
        const html = renderToString(render({ ...base, frames, width, height }));
        expect(html.match(BROKEN_GEOMETRY)?.[0]).toBeUndefined();
        expect(html.length).toBeGreaterThan(50);
      }
      expect(complaints).toEqual([]);
    },
  );

  it('shows markup in names as text', () => {
    const hostile = frame([
      [1, 2],
      [3, 4],
    ]);
    const fields = hostile.fields.map((field) =>
      field.kind === 'number'
        ? { ...field, labels: { ...field.labels, instance: `<img src=x onerror=alert(1)>${field.labels.instance}` } }
        : field,
    );
    expect(renderToString(render({ ...base, frames: [{ ...hostile, fields }] }))).not.toContain('<img');
  });
});
