import type { ExportFormat, Widget } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { aDashboard, aWidget } from '../../test/aDashboard.ts';
import { FakeBackend } from '../../test/FakeBackend.ts';
import { exportWidget } from '../export/exportWidget.ts';

const nowMs = Date.UTC(2026, 0, 31, 12, 0, 0);

interface Exported {
  readonly text: string;
  readonly asked: FakeBackend['asked'];
}

async function fileOf(changes: Partial<Widget>, format: ExportFormat, value: number): Promise<Exported> {
  const fake = new FakeBackend();
  fake.value = value;
  const widget = aWidget({ id: 'one', ...changes });
  const { bytes } = await exportWidget({
    dashboard: aDashboard({ widgets: [widget] }),
    widgetId: 'one',
    format,
    backend: fake.backend,
    platform: { rasterize: async () => new Uint8Array(), loadPdfTools: () => Promise.reject(new Error('not here')) },
    nowMs,
    timeZone: 'UTC',
    locale: 'en-GB',
  });
  return { text: new TextDecoder().decode(bytes), asked: fake.asked };
}

const ratio = 'sum(rate(bad[$__range])) / sum(rate(all[$__range]))';

describe.each([
  ['barChart', {}, 4711, '4,711', 'Category,Value'],
  ['topList', {}, 4711, '4,711', 'Name,Value,Share'],
  ['pie', {}, 4711, '4,711', 'Slice,Value,Share'],
  ['treemap', {}, 4711, '4,711', 'Cell,Value,Share'],
  ['slo', {}, 0.0004, 'Within the budget', 'What,Value'],
  ['cost', { ratePer: 'hour', budget: 9000 }, 10, 'Within the budget', 'Time,Part,Cost'],
] as const)('a file of the widget type %s', (type, options, value, shown, head) => {
  const changes = { type, options, queries: [{ refId: 'A', expr: type === 'slo' ? ratio : 'fake' }] };

  it('is a drawing with its values, in colours of its own', async () => {
    const { text } = await fileOf(changes, 'svg', value);
    expect(text).toContain(shown);
    expect(text).not.toMatch(/var\(|NaN|undefined|Infinity/);
  });

  it('or a table', async () => {
    const { text } = await fileOf(changes, 'csv', value);
    expect(text.split('\r\n')[0]?.replace('\ufeff', '')).toBe(head);
  });
});

describe('an SLO', () => {
  it('is asked over each window, with $__range as long as that', async () => {
    const { asked, text } = await fileOf({ type: 'slo', queries: [{ refId: 'A', expr: ratio }] }, 'csv', 0.0004);
    const windows = asked.flatMap((request) =>
      'timeMs' in request ? (/\[(\w+)\]/.exec(request.expr)?.[1] ?? []) : [],
    );
    expect([...windows].sort()).toEqual(['1h', '30d', '30m', '3d', '5m', '6h']);
    const course = asked.find((request) => 'startMs' in request);
    expect(course).toMatchObject({ expr: expect.stringContaining('[30d]') });
    expect(text).toContain('Error budget left,0.6');
  });
});

describe('a cost', () => {
  it('is asked for since before the period began, and added up to now', async () => {
    const queries = [{ refId: 'A', expr: 'fake' }];
    const { asked, text } = await fileOf({ type: 'cost', options: { ratePer: 'hour' }, queries }, 'csv', 10);
    const [request] = asked;
    expect(request !== undefined && 'startMs' in request && request.startMs).toBeLessThanOrEqual(Date.UTC(2026, 0, 1));
    const total = Number(/,Total,([\d.]+)/.exec(text)?.[1]);
    expect(total / (10 * 24 * 30.5)).toBeCloseTo(1, 2);
  });
});
