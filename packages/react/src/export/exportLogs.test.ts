import type { ExportFormat, LogEntry, LogRequest } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { exportDashboard } from './exportDashboard.ts';
import { exportWidget } from './exportWidget.ts';

const nowMs = Date.UTC(2026, 0, 31, 12, 0, 0);
const entry = (secondsAgo: number, line: string): LogEntry => ({
  labels: { app: 'shop' },
  timeNs: BigInt(nowMs - secondsAgo * 1000) * 1_000_000n,
  line,
});
const lines = [entry(1, 'level=error msg="<b>refused</b> & \u0000"'), entry(2, '=1+1'), entry(3, 'level=info last')];

/** Exports a logs widget, and tells what was asked for it. */
async function make(format: ExportFormat, changes: object = {}, found: readonly LogEntry[] = lines) {
  const asked: LogRequest[] = [];
  const query = async (request: LogRequest): Promise<readonly LogEntry[]> => {
    asked.push(request);
    return found.slice(0, request.limit);
  };
  const logs = { query, labelNames: async () => [], labelValues: async () => [] };
  const queries = [{ refId: 'A', expr: '{app="$app"}' }];
  const layout = { x: 0, y: 0, w: 24, h: 6 };
  const widget = aWidget({ id: 'logs', type: 'logs', title: 'Log', layout, queries, ...changes });
  const rest = { timeRange: { from: 'now-1h', to: 'now' }, timeZone: 'Asia/Tokyo', locale: 'en-GB', nowMs };
  const options = {
    dashboard: aDashboard({ widgets: [widget] }),
    backend: { ...new FakeBackend().backend, logs },
    platform: { rasterize: async () => new Uint8Array(), loadPdfTools: () => Promise.reject(new Error('not here')) },
    variables: { app: 'shop' },
    format,
    ...rest,
  };
  const decode = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);
  return {
    asked,
    dashboard: decode(await exportDashboard(options)),
    widget: decode(await exportWidget({ ...options, widgetId: 'logs' })),
  };
}

describe('a logs widget in a file', () => {
  it('is its lines in a picture, with times of the time zone, and whatever they hold is text', async () => {
    const { dashboard, asked } = await make('svg');
    expect(asked[0]).toEqual({ expr: '{app="shop"}', startMs: nowMs - 3_600_000, endMs: nowMs + 1, limit: 501 });
    expect(dashboard).toContain('>20:59:59.000</text>');
    expect(dashboard).toContain('&lt;b&gt;refused&lt;/b&gt; &amp; \ufffd');
    expect(dashboard).toContain('>error</text>');
    expect(dashboard).toContain('>3 lines</text>');
    expect(dashboard).not.toMatch(/var\(|NaN|undefined/);
  });

  it('shows the newest that have room, and how many more there are', async () => {
    const many = Array.from({ length: 60 }, (_, index) => entry(index, `line ${index}.`));
    const { dashboard } = await make('svg', { options: { maxLines: 40, order: 'oldest-first' } }, many);
    const [, shown] = /The newest (\d+) of 40 lines · There are older lines\./.exec(dashboard) ?? [];
    const drawn = [...dashboard.matchAll(/>line (\d+)\.<\/text>/g)].map(([, index]) => Number(index));
    expect(drawn.length).toBeGreaterThan(3);
    expect(drawn).toEqual(Array.from({ length: Number(shown) }, (_, index) => Number(shown) - 1 - index));
  });

  it('is its lines in CSV, of the widget and of the dashboard', async () => {
    const { dashboard, widget } = await make('csv');
    expect(widget).toBe(
      [
        'Time,Labels,Line',
        '2026-01-31T11:59:59.000Z,app=shop,"level=error msg=""<b>refused</b> & \ufffd"""',
        "2026-01-31T11:59:58.000Z,app=shop,'=1+1",
        '2026-01-31T11:59:57.000Z,app=shop,level=info last',
        '',
      ].join('\r\n'),
    );
    expect(dashboard).toContain("Log,2026-01-31T11:59:58.000Z,app=shop,Line,'=1+1\r\n");
  });

  it('is its lines in JSON, to the nanosecond', async () => {
    const { widgets } = JSON.parse((await make('json', { options: { maxLines: 1 } })).dashboard);
    expect(widgets[0].results).toEqual([
      expect.objectContaining({
        expr: '{app="$app"}',
        notices: [{ severity: 'info', message: 'There are older lines.' }],
        frame: {
          length: 1,
          fields: [
            { kind: 'time', name: 'time', values: [nowMs - 1000] },
            { kind: 'string', name: 'timeNs', values: ['1769860799000000000'] },
            { kind: 'string', name: 'labels', values: ['{"app":"shop"}'] },
            { kind: 'string', name: 'line', values: [lines[0]?.line] },
          ],
        },
      }),
    ]);
  });

  it('says why there are none', async () => {
    expect((await make('svg', {}, [])).dashboard).toContain('No data in this time range');
    expect((await make('svg', { queries: [] })).dashboard).toContain('A logs widget shows one LogQL query');
    expect((await make('svg', { queries: [{ refId: 'A', expr: '{app=' }] })).dashboard).toContain('The query does not');
  });
});
