import { TimeFormatter, ValueFormatter } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { createPlotModel, type PlotAxisOptions } from './createPlotModel.ts';
import { describeChart } from './describeChart.ts';
import type { PlotModel } from './PlotModel.ts';
import { PLAIN_LINE, type PlotSeries } from './PlotSeries.ts';

const formatters = {
  values: new ValueFormatter({ locale: 'en-US' }),
  times: new TimeFormatter({ locale: 'en-US', timeZone: 'UTC' }),
};

function series(name: string, values: readonly number[], more: Partial<PlotSeries> = {}): PlotSeries {
  const column = Float64Array.from(values);
  const times = column.map((_, row) => row * 1000);
  const field = { kind: 'number', name, labels: {}, values: column } as const;
  return { ...PLAIN_LINE, key: name, name, color: 'red', times, field, values: column, base: undefined, ...more };
}

function model(all: readonly PlotSeries[], left: Partial<PlotAxisOptions>, right?: PlotAxisOptions): PlotModel {
  return createPlotModel({
    series: all,
    range: { startMs: 0, endMs: 2000 },
    width: 400,
    height: 200,
    room: { hasTimeAxis: true, hasValueAxis: true },
    left: { field: undefined, include: [], ...left },
    right,
    ...formatters,
  });
}

function labels({ axis }: Pick<PlotModel, 'axis'>): readonly string[] {
  return axis.ticks.map(({ label }) => label.replaceAll('\u00a0', ' '));
}

describe('createPlotModel', () => {
  it('ends softly: where it is told to, unless values go beyond', () => {
    const within = model([series('a', [42, 45, 48])], { softMin: 30, softMax: 60 });
    expect([within.axis.min, within.axis.max]).toEqual([30, 60]);
    const beyond = model([series('a', [12, 45, 98])], { softMin: 30, softMax: 60 });
    expect([beyond.axis.min, beyond.axis.max]).toEqual([0, 100]);
  });

  it('spreads values by their logarithm, and keeps what must be seen only where it has a place', () => {
    const { axis, scales, rect } = model([series('a', [1, 10, 1000])], { include: [0], scale: { type: 'log' } });
    expect([axis.min, axis.max]).toEqual([1, 1000]);
    expect(scales.y(10) - scales.y(100)).toBeCloseTo(scales.y(1) - scales.y(10));
    expect(scales.y(0)).toBeGreaterThan(rect.top + rect.height);
    expect(scales.yLine).toBeUndefined();
  });

  it('labels what is drawn downwards as what it is read as', () => {
    const all = [series('in', [10, 20, 30]), series('out', [-10, -20, -30])];
    expect(labels(model(all, { isMirrored: true }))).toEqual(['30', '20', '10', '0', '10', '20', '30']);
    expect(labels(model(all, {}))).toEqual(['-30', '-20', '-10', '0', '10', '20', '30']);
  });

  it('gives each axis its unit, and tells both in words', () => {
    const all = [
      series('requests', [100, 200, 300], { options: { unit: 'short' } }),
      series('latency', [0.1, 0.2, 0.3], { axis: 'right', options: { unit: 's' } }),
    ];
    const both = model(all, { field: { unit: 'short' } }, { field: { unit: 's' }, include: [0] });
    expect(both.right && labels(both.right)).toContain('100 ms');
    const { sentence, series: rows } = describeChart(both);
    expect(sentence.replaceAll('\u00a0', ' ')).toContain(
      'minimum 100, maximum 300, on the right axis minimum 100 ms, maximum 300 ms.',
    );
    expect(rows.map(({ max }) => max.replaceAll('\u00a0', ' '))).toEqual(['300', '300 ms']);
  });
});
