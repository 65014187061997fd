import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createMemoryBackend, SeriesStore } from '@glasspane/adapters/memory';
import { type Dashboard, type ExportFormat, parseDashboard } from '@glasspane/core';
import { exportDashboard } from '@glasspane/react/export';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findExecutable } from '../../../../scripts/dev/executables.mjs';
import { createNodePlatform } from './createNodePlatform.ts';

const run = promisify(execFile);
const NOW = Date.UTC(2026, 0, 31, 12, 0, 0);
const platform = createNodePlatform();
const store = new SeriesStore();
store.append(
  ['api', 'web'].flatMap((service, seed) =>
    Array.from({ length: 240 }, (_, step) => ({
      labels: { __name__: 'requests', service },
      timeMs: NOW - step * 15_000,
      value: 200 + 100 * seed + 50 * Math.sin(step / 12),
    })),
  ),
);
const { metrics } = createMemoryBackend({ store });

function dashboard(changes: Partial<Dashboard> = {}): Dashboard {
  const widget = (id: string, type: string, y: number, options = {}) => ({
    id,
    type,
    title: `The ${type}`,
    layout: { x: 0, y, w: 24, h: 9 },
    queries: type === 'text' ? [] : [{ refId: 'A', expr: 'requests' }],
    options,
  });
  return parseDashboard({
    schemaVersion: 1,
    id: 'overview',
    name: 'System Overview',
    description: 'Key system metrics',
    timeRange: { from: 'now-1h', to: 'now' },
    widgets: [
      widget('a', 'timeSeries', 0),
      widget('b', 'stat', 9),
      widget('c', 'gauge', 18),
      widget('d', 'table', 27),
      widget('e', 'text', 36, { content: 'Read **me**: `code`, 3 € – “quoted”.' }),
    ],
    ...changes,
  });
}

function make(format: ExportFormat, changes?: Partial<Dashboard>): Promise<{ readonly bytes: Uint8Array }> {
  const backend = { id: 'memory', metrics };
  const options = { timeZone: 'UTC', locale: 'en-GB', nowMs: NOW };
  return exportDashboard({ dashboard: dashboard(changes), backend, platform, format, ...options });
}

let folder: string;
const file = (): string => join(folder, 'made.pdf');

async function tool(name: string, args: readonly string[]): Promise<string> {
  return (await run(name, [...args])).stdout;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-pdf-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('PNG in Node', () => {
  it('is a picture of the right size, the same every time', async () => {
    const [first, second] = [await make('png'), await make('png')];
    const view = new DataView(first.bytes.buffer, first.bytes.byteOffset);
    expect(view.getUint32(16)).toBe(2496);
    expect(first.bytes).toEqual(second.bytes);
  });
});

describe('a dashboard that is too tall', () => {
  it('gives a coarser picture, or says what to do instead', async () => {
    const tall = (h: number) => dashboard().widgets.map((widget) => ({ ...widget, layout: { ...widget.layout, h } }));
    const { bytes } = await make('png', { widgets: tall(100) });
    expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(16)).toBeLessThan(2496);
    await expect(make('png', { widgets: tall(100_000) })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the process', () => {
  it('gets nothing of a browser among its globals', async () => {
    await make('pdf');
    expect(
      ['window', 'document', 'navigator', 'DOMParser'].filter((name) => name in globalThis && name !== 'navigator'),
    ).toEqual([]);
  });
});

describe.skipIf(findExecutable('pdftotext') === undefined)('PDF in Node, as poppler reads it', () => {
  it('has the text of all widgets as text, and a head and a foot on each page', async () => {
    await writeFile(file(), (await make('pdf')).bytes);
    const pages = (await tool('pdftotext', ['-layout', file(), '-'])).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.join('\n');
    for (const said of [
      'System Overview',
      'Key system metrics',
      '31 Jan 2026, 11:00 – 12:00 (UTC)',
      'The gauge',
      'api',
      'web',
      'Read me: code, 3 € – “quoted”.',
    ]) {
      expect(text).toContain(said);
    }
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('System Overview');
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain('Generated Sat, 31 Jan 2026, 12:00:00 (UTC)');
    }
  });

  it('has the charts as vectors: no picture in it, and lines where the series are', async () => {
    await writeFile(file(), (await make('pdf')).bytes);
    expect((await tool('pdfimages', ['-list', file()])).trim().split('\n').length).toBe(2);
    const svg = await tool('pdftocairo', ['-svg', '-f', '1', '-l', '1', file(), '-']);
    const longest = Math.max(...[...svg.matchAll(/ d="([^"]*)"/g)].map(([, path = '']) => path.split(' L ').length));
    expect(longest).toBeGreaterThan(100);
  });

  it('says what it is', async () => {
    await writeFile(file(), (await make('pdf')).bytes);
    const info = await tool('pdfinfo', [file()]);
    expect(info).toMatch(/Title: +System Overview\n/);
    expect(info).toMatch(/Creator: +Glasspane\n/);
    expect(info).toMatch(/Page size: +595\.28 x 841\.89 pts \(A4\)/);
  });

  it('lies across where widgets are narrow', async () => {
    const widgets = dashboard().widgets.map((widget, index) => ({
      ...widget,
      layout: { x: index * 4, y: 0, w: 4, h: 5 },
    }));
    await writeFile(file(), (await make('pdf', { widgets })).bytes);
    expect(await tool('pdfinfo', [file()])).toMatch(/Page size: +841\.89 x 595\.28 pts/);
  });

  it('is a little smaller where that saves a page, and not smaller than can be read', async () => {
    const rows = (count: number) =>
      Array.from({ length: count * 2 }, (_, index) => ({
        ...dashboard().widgets[0],
        id: `w${index}`,
        layout: { x: (index % 2) * 6, y: Math.floor(index / 2) * 7, w: 6, h: 7 },
      })) as Dashboard['widgets'];
    const pagesOf = async (count: number): Promise<string | undefined> => {
      await writeFile(file(), (await make('pdf', { widgets: rows(count) })).bytes);
      return /Pages: +(\d+)/.exec(await tool('pdfinfo', [file()]))?.[1];
    };
    expect([await pagesOf(2), await pagesOf(3), await pagesOf(4)]).toEqual(['1', '1', '2']);
  });

  it('embeds a font for other scripts, and says where even that has no sign', async () => {
    await writeFile(file(), (await make('pdf', { name: 'Обзор системы ≥ Δ' })).bytes);
    expect(await tool('pdftotext', [file(), '-'])).toContain('Обзор системы ≥ Δ');
    expect(await tool('pdffonts', [file()])).toMatch(/DejaVu\S* .*yes/);
    await writeFile(file(), (await make('pdf', { name: '監視' })).bytes);
    expect(await tool('pdftotext', [file(), '-'])).toContain('Some characters of this document have no font');
  });

  it('has a page for a dashboard without widgets', async () => {
    await writeFile(file(), (await make('pdf', { widgets: [] })).bytes);
    expect(await tool('pdftotext', [file(), '-'])).toContain('System Overview');
  });
});
