import type { FieldOptions, FieldOverride, Frame } from '@glasspane/core';
import { describe, expect, it } from 'vitest';
import { themeColor } from '../theme/themeColor.ts';
import { toChartSeries } from './toChartSeries.ts';

function frameOf(series: Readonly<Record<string, readonly number[]>>): Frame {
  return {
    length: 2,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.of(0, 1000) },
      ...Object.entries(series).map(([instance, values]) => ({
        kind: 'number' as const,
        name: 'cpu',
        labels: { __name__: 'cpu', instance, zone: 'eu' },
        values: Float64Array.from(values),
      })),
    ],
  };
}

const frame = frameOf({ a: [10, 20], b: [30, 80], c: [Number.NaN, Number.NaN] });
const looksWith = (field?: FieldOptions, overrides?: readonly FieldOverride[]): readonly (readonly string[])[] =>
  toChartSeries({ frames: [frame], refIds: ['A'], field, overrides }).series.map(({ name, color }) => [name, color]);
const palette = toChartSeries({ frames: [frame] }).series.map(({ color }) => color);

describe('the names of series', () => {
  it('are given by the template of the field, and by those of overrides that find them without', () => {
    const field = { displayName: '{{instance}} in {{zone}}' };
    expect(looksWith(field).map(([name]) => name)).toEqual(['a in eu', 'b in eu', 'c in eu']);
    const overrides: readonly FieldOverride[] = [
      { match: { by: 'name', value: 'a in eu' }, field: { displayName: 'node {{__name}}' } },
      { match: { by: 'pattern', value: '^[bc] ' }, field: { displayName: 'other' } },
    ];
    expect(looksWith(field, overrides).map(([name]) => name)).toEqual(['node a', 'other', 'other']);
  });
});

describe('the colours of series', () => {
  it('are those of the palette, the same for the same labels in another order and beside other options', () => {
    const reversed = toChartSeries({ frames: [frameOf({ c: [1, 2], b: [3, 4], a: [5, 6] })] }).series;
    expect(reversed.map(({ color }) => color).reverse()).toEqual(palette);
    expect(looksWith({ unit: 's', color: { by: 'series' } }).map(([, color]) => color)).toEqual(palette);
  });

  it('are the fixed one', () => {
    const colorsOf = (color: string): readonly (string | undefined)[] =>
      looksWith({ color: { by: 'fixed', color } }).map(([, one]) => one);
    expect(new Set(colorsOf('series-3'))).toEqual(new Set(['var(--gp-series-3, #147063)']));
    expect(new Set(colorsOf('critical'))).toEqual(new Set(['var(--gp-critical, #c52b30)']));
    expect(new Set(colorsOf('#abc'))).toEqual(new Set(['#abc']));
    expect(looksWith({ color: { by: 'fixed' } }).map(([, one]) => one)).toEqual(palette);
  });

  it('are those of the thresholds that the last values reach', () => {
    const thresholds = [{ color: 'good' }, { value: 50, color: 'critical' }];
    const colors = looksWith({ color: { by: 'thresholds' }, thresholds }).map(([, color]) => color);
    expect(colors).toEqual(['var(--gp-good, #1a7f45)', 'var(--gp-critical, #c52b30)', palette[2]]);
  });

  it('are those of the last values on a scale, between min and max or the values shown', () => {
    const scaled = (field: FieldOptions): readonly (string | undefined)[] =>
      looksWith({ color: { by: 'scale', scale: 'viridis' }, ...field }).map(([, color]) => color);
    const [lowest, highest] = [themeColor('viridis@0'), themeColor('viridis@1')];
    expect(scaled({ min: 20, max: 80 })).toEqual([lowest, highest, palette[2]]);
    expect(scaled({})).toEqual([themeColor('viridis@0.143'), highest, palette[2]]);
    expect(looksWith({ color: { by: 'scale' } })[1]?.[1]).toMatch(/^light-dark\(#[\da-f]{6}, #[\da-f]{6}\)$/);
  });
});

describe('what values are judged by', () => {
  it('is the smallest and the largest value shown, of each unit, and only where it is needed', () => {
    const field: FieldOptions = { thresholdsMode: 'percent', thresholds: [{ value: 50, color: 'warning' }] };
    const extents = (options: FieldOptions, overrides?: readonly FieldOverride[]): unknown[] =>
      toChartSeries({ frames: [frame], field: options, overrides }).series.map((one) => one.options?.extent);
    expect(extents(field)).toEqual(Array(3).fill({ min: 10, max: 80 }));
    expect(extents(field, [{ match: { by: 'name', value: 'b' }, field: { unit: 's' } }])).toEqual([
      { min: 10, max: 20 },
      { min: 30, max: 80 },
      { min: 10, max: 20 },
    ]);
    expect(extents({ ...field, min: 0, max: 1 })).toEqual([undefined, undefined, undefined]);
    expect(extents({ unit: 's' })).toEqual([undefined, undefined, undefined]);
  });

  it('is shared by series that share their options', () => {
    const field: FieldOptions = { color: { by: 'scale' } };
    const options = toChartSeries({ frames: [frame], field }).series.map((one) => one.options);
    expect(new Set(options).size).toBe(1);
  });

  it('leaves the options as they are where nothing is to be added', () => {
    const field: FieldOptions = { unit: 's' };
    expect(toChartSeries({ frames: [frame], field }).series.every(({ options }) => options === field)).toBe(true);
  });
});
