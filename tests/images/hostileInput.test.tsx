// @vitest-environment node
import type { Frame } from '@glasspane/core';
import { builtInWidgets } from '@glasspane/react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIGHT_COLORS } from '../../packages/react/src/theme/colorTokens.ts';
import { FixtureWidget, fixtureEnvironment } from './fixtures/FixtureWidget.tsx';
import { definitionOf, fixtureRange, type WidgetFixture, widgetFixture } from './fixtures/WidgetFixture.ts';

const { startMs, endMs } = fixtureRange;

interface HostileOptions {
  readonly names?: readonly string[] | undefined;
  readonly values?: readonly (readonly number[])[] | undefined;
  readonly times?: readonly number[] | undefined;
}

function hostileFrame({ names = ['a', 'b'], values, times = evenTimes(4) }: HostileOptions): Frame {
  return {
    length: times.length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from(times) },
      ...names.map((name, index) => ({
        kind: 'number' as const,
        name,
        labels: { __name__: name, [`label_${index % 3}`]: name },
        values: Float64Array.from(times, (_, row) => values?.[index % values.length]?.[row] ?? index + row),
      })),
    ],
  };
}

function evenTimes(length: number): readonly number[] {
  return Array.from({ length }, (_, row) => startMs + ((row + 1) * (endMs - startMs)) / length);
}

const markup = '<img src=x onerror="alert(1)">"><script>alert(2)</script>\'';
const cases: Readonly<Record<string, Frame>> = {
  'labels with markup': hostileFrame({ names: [markup, `{{${markup}}}`] }),
  'labels that turn the writing': hostileFrame({
    names: ['\u202eabc\u2066', '\u0000\u001b[31m\ud800', '\u200f\u061c'],
  }),
  'names of 10 kB': hostileFrame({ names: ['x'.repeat(10_000), '字'.repeat(10_000)] }),
  'the largest numbers': hostileFrame({
    values: [
      [1e308, -1e308, 1.7e308, -1.7e308],
      [1e308, 1e308, 1e308, 1e308],
    ],
  }),
  'the smallest numbers': hostileFrame({ values: [[5e-324, 0, -0, -5e-324]] }),
  'no numbers': hostileFrame({
    values: [[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]],
  }),
  'numbers among others': hostileFrame({
    values: [
      [1, Number.NaN, Number.POSITIVE_INFINITY, 2],
      [Number.NEGATIVE_INFINITY, 3, 1e308, 4],
    ],
  }),
  'times that are equal': hostileFrame({ times: [endMs, endMs, endMs, endMs] }),
  'times in disorder': hostileFrame({ times: [endMs, startMs, endMs - 1000, startMs + 5] }),
  'a single sample': hostileFrame({ times: [endMs] }),
  'no sample': hostileFrame({ times: [] }),
  'no series': hostileFrame({ names: [] }),
};
const thousands = hostileFrame({ names: Array.from({ length: 5000 }, (_, index) => `series ${index}`) });

const sizes = [
  [480, 240],
  [120, 60],
  [1, 1],
] as const;

/** Those that show all series, whatever their number: they count them, or scroll; and those that show none. */
const complete = new Set(['heatmap', 'text', 'logs', 'slo']);

/** An attribute that has no number where one belongs. */
const BROKEN =
  / (?:d|x|y|x1|x2|y1|y2|cx|cy|r|rx|dx|dy|points|width|height|viewBox|transform|style|offset|stroke-dasharray|fill-opacity|aria-value(?:now|min|max))="[^"]*(?:NaN|Infinity|undefined|null)[^"]*"/;

function fixtureOf(type: string, frame: Frame): WidgetFixture {
  const field = { unit: 'bytes', thresholds: [{ color: 'good' }, { value: 2, color: 'critical', label: markup }] };
  return widgetFixture({
    type,
    field,
    queries: [{ refId: 'A', expr: 'hostile' }],
    frameOf: () => frame,
    options: type === 'text' ? { content: `# ${markup}\n[x](javascript:alert(1))\n${'x'.repeat(10_000)}` } : {},
  });
}

function viewOf(fixture: WidgetFixture): string {
  return textOf(renderToString(<FixtureWidget fixture={fixture} environment={fixtureEnvironment(fixture)} />));
}

function pictureOf({ widget, results, timeRange, width, height }: WidgetFixture): string {
  const { Svg } = definitionOf(widget.type);
  if (Svg === undefined) throw new Error(`Widgets of type ${widget.type} have no picture.`);
  const shared = { widget, options: widget.options ?? {}, results, timeRange, width, height };
  return textOf(
    renderToString(
      <svg role="img" aria-label={widget.title}>
        <Svg {...shared} locale="en-US" timeZone="UTC" colors={LIGHT_COLORS} />
      </svg>,
    ),
  );
}

// React parts neighbouring texts by comments.
function textOf(html: string): string {
  return html.replaceAll('<!-- -->', '');
}

let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...args) => complaints.push(args.map(String).join(' ')));
  vi.spyOn(console, 'warn').mockImplementation((...args) => complaints.push(args.map(String).join(' ')));
});

afterEach(() => vi.restoreAllMocks());

describe.each(builtInWidgets.map(({ type }) => type))('a widget of type %s', (type) => {
  it.each(Object.entries(cases))('draws what it can of %s', (_name, frame) => {
    const fixture = fixtureOf(type, frame);
    for (const [width, height] of sizes) {
      for (const html of [viewOf({ ...fixture, width, height }), pictureOf({ ...fixture, width, height })]) {
        expect(html.match(BROKEN)?.[0]).toBeUndefined();
        expect(html).not.toMatch(/<img|<script|href="javascript/i);
      }
    }
    expect(complaints).toEqual([]);
  });

  it('draws of 5,000 series what has room, and says how many are left out', () => {
    const fixture = fixtureOf(type, thousands);
    for (const html of [viewOf(fixture), pictureOf(fixture)]) {
      expect(html.length).toBeLessThan(6_000_000);
      expect(html.match(BROKEN)?.[0]).toBeUndefined();
      if (!complete.has(type)) expect(html).toMatch(/5,000|5000|\d more|4,?\d\d\d /);
    }
    expect(complaints).toEqual([]);
  });

  it('makes a table of anything', () => {
    const { toTable } = definitionOf(type);
    for (const frame of Object.values(cases)) {
      const { widget, results, timeRange } = fixtureOf(type, frame);
      const table = toTable?.({ widget, options: widget.options ?? {}, results, timeRange, locale: 'en-US' });
      expect(table?.rows.every((row) => row.length === table.columns.length)).not.toBe(false);
    }
  });
});
