import { type FieldOptions, type Frame, TimeFormatter, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { timelineRow } from '../stateTimeline/timelineRow.ts';
import { historyRow } from '../statusHistory/historyRow.ts';
import type { StateRow } from './StateRow.ts';
import { stateRowsPlot } from './stateRowsPlot.ts';
import { stateShares } from './stateShares.ts';
import { spanTooltip } from './stateWords.ts';
import { type StateSeries, toStateSeries } from './toStateSeries.ts';

const MINUTE = 60_000;
const range = { startMs: 0, endMs: 10 * MINUTE };
const formatters = {
  values: new ValueFormatter({ locale: 'en-US' }),
  times: new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' }),
};
const gap = Number.NaN;
const thresholds = [{ color: 'good' }, { value: 5, color: 'critical', label: 'critical' }];

function seriesOf(values: readonly number[], field: FieldOptions, stepMs = MINUTE): StateSeries {
  const frame: Frame = {
    length: values.length,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from(values, (_, row) => row * stepMs) },
      {
        kind: 'number',
        name: 'load',
        labels: {},
        values: Float64Array.from(values),
        gaps: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)),
      },
    ],
  };
  const [series] = toStateSeries({ frames: [frame], field }, formatters.values).series;
  if (series === undefined) throw new Error('no series');
  return series;
}

function spansOf({ spans }: StateRow): readonly (readonly [string | undefined, number, number])[] {
  return spans.map(({ state, startMs, endMs }) => [state?.text, startMs / MINUTE, endMs / MINUTE]);
}

describe('timelineRow', () => {
  it('joins neighbours of one threshold, whatever their values, and keeps gaps', () => {
    const row = timelineRow(seriesOf([1, 2, 7, 9, gap, gap, 1], { thresholds }), range, true);
    expect(spansOf(row)).toEqual([
      ['< 5', 0, 2],
      ['critical', 2, 4],
      [undefined, 4, 6],
      ['< 5', 6, 7],
    ]);
  });

  it('keeps samples apart where it is told to', () => {
    expect(spansOf(timelineRow(seriesOf([1, 2], { thresholds }), range, false))).toHaveLength(2);
  });

  it('shows a mapping before a threshold, and a gap that a mapping names', () => {
    const mappings = [
      { value: 1, text: 'up', color: 'good' },
      { special: 'null' as const, text: 'silent' },
    ];
    expect(spansOf(timelineRow(seriesOf([1, gap, 8], { thresholds, mappings }), range, true))).toEqual([
      ['up', 0, 1],
      ['silent', 1, 2],
      ['critical', 2, 3],
    ]);
  });

  it('reads texts, by mappings of patterns and as they are', () => {
    const frame: Frame = {
      length: 3,
      fields: [
        { kind: 'time', name: 'time', values: Float64Array.of(0, MINUTE, 2 * MINUTE) },
        { kind: 'string', name: 'job', values: ['running', 'running', 'idle'] },
      ],
    };
    const field = { mappings: [{ pattern: 'run.*', text: 'at work' }] };
    const [series] = toStateSeries({ frames: [frame], field }, formatters.values).series;
    expect(series === undefined ? [] : spansOf(timelineRow(series, range, true))).toEqual([
      ['at work', 0, 2],
      ['idle', 2, 3],
    ]);
  });
});

describe('historyRow', () => {
  it('has a cell for each step, which ends at its sample', () => {
    expect(spansOf(historyRow(seriesOf([1, gap, 7], { thresholds }), range, 100))).toEqual([
      ['< 5', -1, 0],
      [undefined, 0, 1],
      ['critical', 1, 2],
    ]);
  });

  it('gives a cell of several steps the state that most of them are in', () => {
    expect(spansOf(historyRow(seriesOf([1, 7, 8, 1, 1, 9], { thresholds }), range, 2))).toEqual([
      ['critical', -1, 2],
      ['< 5', 2, 5],
    ]);
  });
});

describe('stateShares', () => {
  it('says how long each state lasted, and how often it came', () => {
    const row = timelineRow(seriesOf([1, 7, 1, gap], { thresholds }), range, true);
    expect(stateShares([row]).map(({ state, share, periods }) => [state?.text, share, periods])).toEqual([
      ['< 5', 0.5, 2],
      ['critical', 0.25, 1],
      [undefined, 0.25, 1],
    ]);
  });
});

describe('stateRowsPlot', () => {
  const place = {
    ...formatters,
    omittedCount: 0,
    range,
    width: 400,
    height: 120,
    locale: 'en-US',
    hasLegend: true,
    hasText: true,
    gap: 0,
    noValue: undefined,
  };

  it('says in a tooltip what it was and for how long', () => {
    const row = timelineRow(seriesOf([7, 8, 1], { thresholds }), range, true);
    const plot = stateRowsPlot({ ...place, rows: [row] });
    const span = plot.spans[0]?.[0];
    expect(span && spanTooltip(span, plot)).toMatchObject({
      title: 'Thu, Jan 1, 1970, 00:00:00 – 00:02:00',
      rows: [{ name: 'load', value: 'critical for 2 min' }],
    });
  });

  it('draws at most one span a pixel, and a short one no narrower', () => {
    const values = Array.from({ length: 5000 }, (_, index) => (index % 2 === 0 ? 1 : 7));
    const row = timelineRow(seriesOf(values, { thresholds }, (10 * MINUTE) / 5000), range, true);
    const [spans = []] = stateRowsPlot({ ...place, rows: [row] }).spans;
    expect(spans.length).toBeLessThanOrEqual(400);
    expect(spans.every(({ width }) => width >= 1)).toBe(true);
    expect(
      spans.every(({ x }, index) => index === 0 || x >= (spans[index - 1]?.x ?? 0) + (spans[index - 1]?.width ?? 0)),
    ).toBe(true);
  });
});
