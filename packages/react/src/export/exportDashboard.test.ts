import { CancelledError, type Dashboard, type ExportFormat, GlasspaneError, type Widget } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { fragile, lastValue } from '../../test/lastValue.tsx';
import type { ExportDashboardOptions, ExportProgress } from './ExportOptions.ts';
import type { ExportPlatform } from './ExportPlatform.ts';
import { exportDashboard } from './exportDashboard.ts';
import { exportWidget } from './exportWidget.ts';

const nowMs = Date.UTC(2026, 0, 31, 12, 0, 0);
const platform: ExportPlatform = {
  rasterize: async (svg, { width, height, scale }) => new TextEncoder().encode(`${width}x${height}@${scale} ${svg}`),
  loadPdfTools: () => Promise.reject(new Error('not here')),
};
const text = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);

function optionsOf(fake: FakeBackend, dashboard: Dashboard, format: ExportFormat): ExportDashboardOptions {
  return { dashboard, format, backend: fake.backend, platform, nowMs, timeZone: 'UTC', locale: 'en-GB' };
}

const all: readonly Widget[] = ['timeSeries', 'stat', 'gauge', 'table', 'text'].map((type, index) =>
  aWidget({
    id: type,
    type,
    title: `The ${type}`,
    layout: { x: 0, y: index * 8, w: 24, h: 8 },
    queries: type === 'text' ? [] : [{ refId: 'A', expr: 'fake' }],
    options: type === 'text' ? { content: '# Hello\n\n**bold** & <b>' } : {},
  }),
);

function BrokenSvg(): never {
  throw new Error('The drawing broke.');
}

describe('exportDashboard', () => {
  it('draws each built-in widget, its colours resolved and its ids unique', async () => {
    const fake = new FakeBackend();
    fake.value = 4711;
    const twice = [...all, { ...all[0], id: 'again' } as Widget];
    const svg = text(await exportDashboard(optionsOf(fake, aDashboard({ widgets: twice }), 'svg')));
    for (const { title } of all) expect(svg).toContain(`>${title}</text>`);
    expect(svg.match(/4,711/g)?.length).toBeGreaterThanOrEqual(4);
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).toContain('31 Jan 2026, 11:00 – 12:00 (UTC) · Last hour');
    expect(svg).not.toMatch(/var\(|NaN|undefined/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
  });

  it('stays a drawing whatever the texts hold', async () => {
    const name = 'a\u0000b\u001fc\ud800d</svg><script>alert(1)</script> var(--gp-text)';
    const svg = text(await exportDashboard(optionsOf(new FakeBackend(), aDashboard({ name, widgets: all }), 'svg')));
    expect(svg).toContain('a\ufffdb\ufffdc\ufffdd&lt;/svg&gt;');
    expect(svg.match(/<\/svg>/g)?.length).toBe(1);
    expect(svg).not.toContain('<script');
  });

  it('rasterizes the same drawing', async () => {
    const file = await exportDashboard(optionsOf(new FakeBackend(), aDashboard({ widgets: all }), 'png'));
    expect([file.contentType, text(file)]).toEqual(['image/png', expect.stringMatching(/^1248x\d+@2 <svg /)]);
  });

  it('says in the file what is wrong with a widget', async () => {
    const fake = new FakeBackend();
    fake.error = new GlasspaneError('unreachable', 'No answer from http://backend.example.');
    const widgets = [
      aWidget({ id: 'a', type: 'timeSeries' }),
      aWidget({ id: 'b', type: 'sankey' }),
      aWidget({ id: 'c', type: 'timeSeries', options: { interpolation: 'curly' } }),
      aWidget({ id: 'd', type: 'timeSeries', queries: [{ refId: 'A', expr: 'x{a="$nothing"}' }] }),
    ];
    const svg = text(await exportDashboard(optionsOf(fake, aDashboard({ widgets }), 'svg')));
    for (const said of [
      'Cannot reach the backend',
      'No answer from http://backend.example.',
      'Unknown widget type “sankey”',
      'The options of this widget are not valid',
      '$nothing',
    ]) {
      expect(svg).toContain(said);
    }
    const csv = text(await exportDashboard(optionsOf(fake, aDashboard({ widgets: widgets.slice(0, 1) }), 'csv')));
    expect(csv).toContain('CPU,,,Error,Cannot reach the backend: No answer from http://backend.example.: Check that');
  });

  it('says in the file that there is no data, and what the backend warns of', async () => {
    const fake = new FakeBackend();
    const dashboard = aDashboard({ widgets: [aWidget({ type: 'timeSeries' })] });
    fake.isEmpty = true;
    expect(text(await exportDashboard(optionsOf(fake, dashboard, 'svg')))).toContain('No data in this time range');
    fake.isEmpty = false;
    fake.notices = [{ severity: 'warning', message: 'Only half of it.' }];
    expect(text(await exportDashboard(optionsOf(fake, dashboard, 'svg')))).toContain('Warning: Only half of it.');
  });

  it('shows in pictures and tables what the transformations of a widget make, or what is wrong with them', async () => {
    const fake = new FakeBackend();
    fake.value = 4;
    const squared = {
      type: 'calculateField',
      calculation: { mode: 'binary', left: { field: 'fake' }, operator: '^', right: { value: 2 } },
      name: 'squared',
      isReplacing: true,
    };
    const widgets = [
      aWidget({ id: 'a', type: 'stat', transformations: [squared] }),
      aWidget({ id: 'b', type: 'stat', transformations: [{ type: 'limit' }] }),
      aWidget({ id: 'c', type: 'stat', transformations: [{ type: 'sortBy', by: [{ field: 'nope' }] }] }),
    ];
    const dashboard = aDashboard({ widgets });
    const svg = text(await exportDashboard(optionsOf(fake, dashboard, 'svg')));
    expect(svg).toMatch(/>16</);
    expect(svg).toContain('The transformations of this widget are not valid');
    expect(svg).toContain('transformations[0].count expected a number, found nothing');
    expect(svg).toContain('A transformation does not fit the data');
    const csv = text(await exportDashboard(optionsOf(fake, dashboard, 'csv')));
    expect(csv).toContain('CPU,,squared,Value,16\r\n');
    expect(csv).toMatch(/Error,.*"nope"" is no field of the results/);
  });

  it('says of a widget without a drawing that there is none, and of one that breaks what broke', async () => {
    const widgets = [aWidget(), aWidget({ id: 'f', type: 'fragile' })];
    const broken = { ...fragile(() => true), Svg: BrokenSvg };
    const options = optionsOf(new FakeBackend(), aDashboard({ widgets }), 'svg');
    const svg = text(await exportDashboard({ ...options, widgets: [lastValue, broken] }));
    expect(svg).toContain('No picture of this Last value widget');
    expect(svg).toContain('The drawing broke.');
  });

  it('asks all widgets at one moment, four at once', async () => {
    const fake = new FakeBackend();
    fake.delayMs = 5;
    const widgets = Array.from({ length: 9 }, (_, index) => aWidget({ id: `w${index}`, type: 'stat' }));
    const seen: ExportProgress[] = [];
    let running = 0;
    let most = 0;
    const { metrics } = fake.backend;
    const counted = {
      ...metrics,
      queryRange: async (...args: Parameters<typeof metrics.queryRange>) => {
        running += 1;
        most = Math.max(most, running);
        const answer = await metrics.queryRange(...args);
        running -= 1;
        return answer;
      },
    };
    const options = optionsOf(fake, aDashboard({ widgets }), 'json');
    const backend = { ...fake.backend, metrics: counted };
    const file = await exportDashboard({ ...options, backend, onProgress: (progress) => seen.push(progress) });
    const document = JSON.parse(text(file));
    expect(new Set(document.widgets.map((widget: { timeRange: object }) => JSON.stringify(widget.timeRange)))).toEqual(
      new Set([JSON.stringify({ startMs: nowMs - 3_600_000, endMs: nowMs })]),
    );
    expect([most, seen[0], seen.at(-1)]).toEqual([
      4,
      { phase: 'asking', done: 0, total: 9 },
      { phase: 'asking', done: 9, total: 9 },
    ]);
  });

  it('stops when its signal fires', async () => {
    const fake = new FakeBackend();
    fake.delayMs = 10;
    const controller = new AbortController();
    const options = optionsOf(fake, aDashboard({ widgets: all }), 'svg');
    const export_ = exportDashboard({ ...options, signal: controller.signal });
    controller.abort();
    await expect(export_).rejects.toBeInstanceOf(CancelledError);
    await expect(exportDashboard({ ...options, signal: AbortSignal.abort() })).rejects.toBeInstanceOf(CancelledError);
  });

  it('refuses a time range that is none', async () => {
    const options = optionsOf(new FakeBackend(), aDashboard(), 'json');
    const timeRange = { from: 'now', to: 'now-1h' };
    await expect(exportDashboard({ ...options, timeRange })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('writes what JSON has no number for, and gaps, so that they can be told apart', async () => {
    const fake = new FakeBackend();
    const values = Float64Array.of(1, Number.NaN, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    const time = { kind: 'time', name: 'time', values: Float64Array.of(1, 2, 3, 4, 5) } as const;
    const gaps = Uint8Array.of(0, 1, 0, 0, 0);
    const number = { kind: 'number', name: 'x', labels: {}, values, gaps } as const;
    const metrics = {
      ...fake.backend.metrics,
      queryRange: async () => ({ frame: { length: 5, fields: [time, number] }, notices: [] }),
    };
    const options = optionsOf(fake, aDashboard({ widgets: [aWidget({ type: 'timeSeries' })] }), 'json');
    const backend = { ...fake.backend, metrics };
    const document = JSON.parse(text(await exportDashboard({ ...options, backend })));
    expect(document.widgets[0].results[0].frame.fields[1].values).toEqual([1, null, 'NaN', '+Inf', '-Inf']);
    const csv = text(await exportWidget({ ...options, backend, format: 'csv', widgetId: 'cpu' }));
    expect(csv.split('\r\n').slice(0, 4)).toEqual([
      'Time,x',
      '1970-01-01T00:00:00.001Z,1',
      '1970-01-01T00:00:00.002Z,',
      '1970-01-01T00:00:00.003Z,NaN',
    ]);
  });
});

describe('exportWidget', () => {
  it('exports the widget alone', async () => {
    const options = optionsOf(new FakeBackend(), aDashboard({ widgets: all }), 'csv');
    const file = await exportWidget({ ...options, widgetId: 'stat' });
    expect([file.fileName, text(file)]).toEqual([
      'test-dashboard-the-stat-2026-01-31-1200.csv',
      'Series,Value\r\nfake,1\r\n',
    ]);
  });

  it('refuses a widget that the dashboard does not have', async () => {
    const options = optionsOf(new FakeBackend(), aDashboard(), 'csv');
    await expect(exportWidget({ ...options, widgetId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
