// @vitest-environment node
import type { Frame, Widget } from '@glasspane/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HeatmapView } from './HeatmapView.tsx';
import { heatmapTable } from './heatmapTable.ts';

const timeRange = { startMs: 0, endMs: 60_000 };

function buckets(count: (bucket: number, row: number) => number, length = 60, bounds = ['1', '2', '+Inf']): Frame {
  const fields = bounds.map((le, bucket) => ({
    kind: 'number' as const,
    name: 'bucket',
    labels: { le },
    values: Float64Array.from({ length }, (_, row) => count(bucket, row)),
  }));
  const times = Float64Array.from({ length }, (_, row) => ((row + 1) * 60_000) / length);
  return { length, fields: [{ kind: 'time', name: 'time', values: times }, ...fields] };
}

function draw(frame: Frame, width = 600): string {
  const view = {
    title: 'Waits',
    timeRange,
    width,
    height: 300,
    locale: 'en-US',
    timeZone: 'UTC',
    field: { unit: 's' },
  };
  return renderToStaticMarkup(<HeatmapView {...view} frames={[frame]} />);
}

describe('the heatmap view, on a server', () => {
  it('names its bounds, its legend and what is most', () => {
    const html = draw(buckets((bucket) => [1, 9, 10][bucket] ?? 0));
    expect(html).toContain('most in 1\u00a0s – 2\u00a0s.');
    expect(html).toContain('>+Inf</text>');
    expect(html).toContain('<th scope="row">&gt; 2\u00a0s</th><td>1</td><td>1</td>');
    expect(html.match(/class="gp-heat"/g)?.length).toBeGreaterThan(32);
  });

  it('draws neighbours of one colour as one mark', () => {
    const even = draw(buckets(() => 5, 200));
    const uneven = draw(buckets((_bucket, row) => (row % 2) + 1, 200));
    expect((even.match(/M\d+ \d+h/g) ?? []).length).toBe(1);
    expect((uneven.match(/M\d+ \d+h/g) ?? []).length).toBe(200);
  });

  it('draws no more columns than there are pixels', () => {
    const html = draw(
      buckets((_bucket, row) => ((row * 7919) % 31) + 1, 20_000, ['1']),
      300,
    );
    expect((html.match(/M\d+ \d+h/g) ?? []).length).toBeLessThanOrEqual(300);
  });
});

describe('heatmapTable', () => {
  it('has a row for each moment and a column for each bucket', () => {
    const widget: Widget = {
      id: 'w',
      type: 'heatmap',
      title: 'Waits',
      layout: { x: 0, y: 0, w: 6, h: 4 },
      queries: [],
    };
    const results = [{ query: { refId: 'A', expr: 'x' }, frame: buckets((bucket) => bucket + 1, 2), notices: [] }];
    expect(heatmapTable({ widget, results, timeRange, options: {}, locale: 'en-US' })).toEqual({
      columns: [
        { name: 'Time', kind: 'time' },
        { name: '0 – 1', kind: 'value', unit: 'short' },
        { name: '1 – 2', kind: 'value', unit: 'short' },
        { name: '> 2', kind: 'value', unit: 'short' },
      ],
      rows: [
        [30_000, 1, 1, 1],
        [60_000, 1, 1, 1],
      ],
    });
  });
});
