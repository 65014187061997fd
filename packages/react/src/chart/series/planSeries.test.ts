import type { FieldOptions } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChartSeries } from '../ChartSeries.ts';
import { bridgeGaps } from './bridgeGaps.ts';
import { planSeries, type SeriesPlan, type SeriesPlanInput } from './planSeries.ts';
import type { SeriesStyle } from './SeriesStyle.ts';

const times = Float64Array.of(0, 10, 20);

interface Wanted {
  readonly style?: Readonly<Record<string, unknown>>;
  readonly options?: FieldOptions;
  readonly times?: Float64Array;
}

function series(name: string, values: readonly number[], wanted: Wanted = {}): ChartSeries {
  const field = { kind: 'number', name, labels: {}, values: Float64Array.from(values) } as const;
  return { key: name, name, color: 'red', times, field, ...wanted };
}

function plan(all: readonly ChartSeries[], style: SeriesStyle = {}, more: Partial<SeriesPlanInput> = {}): SeriesPlan {
  return planSeries({ series: all, style, field: undefined, include: [], defaults: { lineFill: 0 }, ...more });
}

function drawn({ series: shown, arrange }: SeriesPlan): readonly (readonly number[])[] {
  return (arrange?.(shown) ?? shown).map(({ values }) => [...values]);
}

describe('planSeries', () => {
  it('draws what is read, in the very same array, where nothing else is wanted', () => {
    const one = series('a', [1, Number.NaN, 3]);
    const { series: shown, arrange, right, notes } = plan([one]);
    expect(shown[0]?.values).toBe(one.field.values);
    expect([arrange, right, notes]).toEqual([undefined, undefined, []]);
  });

  it('lets an override win over the widget, key by key', () => {
    const all = [series('a', [1, 2, 3], { style: { dash: 'dot', fillOpacity: 0.9 } }), series('b', [1, 2, 3])];
    const shown = plan(all, { draw: 'area', dash: 'dash', lineWidth: 3 }).series;
    expect(shown.map(({ mark, dash, fillOpacity, lineWidth }) => [mark, dash, fillOpacity, lineWidth])).toEqual([
      ['line', [0.5, 4], 0.9, 3],
      ['line', [6, 5], 0.3, 3],
    ]);
  });

  it('stacks what is shown, within a group and an axis', () => {
    const all = [
      series('a', [1, 1, 1]),
      series('b', [2, Number.NaN, 2]),
      series('c', [4, 4, 4]),
      series('other', [8, 8, 8], { style: { stackGroup: 'other' } }),
    ];
    const whole = plan(all, { stack: 'normal' });
    expect(drawn(whole)).toEqual([
      [1, 1, 1],
      [3, Number.NaN, 3],
      [7, 5, 7],
      [8, 8, 8],
    ]);
    const rest = whole.arrange?.(whole.series.filter(({ name }) => name !== 'a'));
    expect(rest?.map(({ values }) => [...values])).toEqual([
      [2, Number.NaN, 2],
      [6, 4, 6],
      [8, 8, 8],
    ]);
    expect(drawn(plan(all.slice(0, 3), { stack: 'normal', connectNulls: true }))[2]).toEqual([7, 7, 7]);
  });

  it('keeps what is read of a stack whose series have samples at different times', () => {
    const all = [series('a', [1, 1, 1]), series('b', [2, 4], { times: Float64Array.of(5, 15) })];
    const { series: shown, arrange } = plan(all, { stack: 'normal' });
    const second = arrange?.(shown)[1];
    expect([...(second?.times ?? [])]).toEqual([0, 5, 10, 15, 20]);
    expect([...(second?.values ?? [])]).toEqual([Number.NaN, 3, 4, 5, Number.NaN]);
    expect([...(second?.field.values ?? [])]).toEqual([Number.NaN, 2, Number.NaN, 4, Number.NaN]);
    expect([...(second?.field.gaps ?? [])]).toEqual([1, 0, 1, 0, 1]);
  });

  it('shows shares in percent on an axis from nothing to the whole', () => {
    const { left } = plan([series('a', [1, 1, 1]), series('b', [3, 3, 3])], { stack: 'percent' });
    expect([left.field?.unit, left.softMin, left.softMax]).toEqual(['percentunit', 0, 1]);
  });

  it('fills a band to another series, also to a hidden one, and says where there is none', () => {
    const p95 = series('p95', [5, 6, 7], { style: { fillBelowTo: 'p50' } });
    const banded = plan([p95, series('p50', [1, Number.NaN, 3], { style: { isHidden: true } })]);
    expect(banded.arrange?.(banded.series).map(({ base }) => [...(base ?? [])])).toEqual([[1, 6, 3]]);
    expect(banded.series[0]?.fillOpacity).toBeGreaterThan(0);
    expect(plan([p95]).notes).toEqual(['No series “p50” on the same axis to fill to']);
  });

  it('puts another unit on the right, and what is told to stand elsewhere there', () => {
    const all = [
      series('a', [1, 1, 1], { options: { unit: 's' } }),
      series('b', [1, 1, 1], { options: { unit: 'bytes' } }),
      series('c', [1, 1, 1], { options: { unit: 'bytes' }, style: { axis: 'left' } }),
      series('d', [1, 1, 1], { options: { unit: 's' }, style: { axis: 'right', softMax: 9 } }),
    ];
    const { series: shown, left, right } = plan(all, { softMin: 2 });
    expect(shown.map(({ axis }) => axis)).toEqual(['left', 'right', 'left', 'right']);
    expect([left.field?.unit, left.softMin, left.softMax]).toEqual(['s', 2, undefined]);
    expect([right?.field?.unit, right?.softMin, right?.softMax]).toEqual(['bytes', 2, 9]);
    expect([left.include, plan(all).left.include]).toEqual([[], [0]]);
  });

  it('turns a series upside down and labels it as what it is read as', () => {
    const all = [series('in', [1, 2, 3]), series('out', [1, 2, 3], { style: { isNegative: true } })];
    expect(drawn(plan(all))[1]).toEqual([-1, -2, -3]);
    expect(plan(all).left.isMirrored).toBe(true);
    expect(plan([...all, series('balance', [-1, 0, 1])]).left.isMirrored).toBe(false);
  });

  it('leaves out what a logarithmic axis has no place for, and counts it', () => {
    const logarithmic = plan([series('a', [0, 5, -3])], { scale: 'log', logBase: 2 });
    expect(drawn(logarithmic)).toEqual([[Number.NaN, 5, Number.NaN]]);
    expect(logarithmic.notes).toEqual(['2 values at or below zero not shown: the axis is logarithmic']);
    expect(logarithmic.left.scale).toEqual({ type: 'log', base: 2, linearWithin: undefined });
  });

  it('leaves alone what an override says that it does not know, and tells it', () => {
    const one = series('a', [1, 2, 3], { style: { draw: 'wobble', lineWidth: 1e9, barRadius: 3, axis: 'right' } });
    const { series: shown, notes } = plan([one]);
    expect([shown[0]?.mark, shown[0]?.lineWidth, shown[0]?.axis]).toEqual(['line', 1.5, 'right']);
    expect(notes).toEqual(['Overrides give values that are not known: draw, lineWidth']);
  });
});

describe('bridgeGaps', () => {
  it('fills gaps of at most so long between two values, and nothing else', () => {
    const holed = Float64Array.of(Number.NaN, 1, Number.NaN, 3, Number.NaN, Number.NaN, 6, Number.NaN);
    const at = Float64Array.from({ length: 8 }, (_, row) => row * 10);
    expect([...bridgeGaps(at, holed, 20, false)]).toEqual([Number.NaN, 1, 2, 3, Number.NaN, Number.NaN, 6, Number.NaN]);
    expect([...bridgeGaps(at, holed, 30, true)].slice(1, 7)).toEqual([1, 1, 3, 3, 3, 6]);
    expect(bridgeGaps(at, holed, 5, false)).toBe(holed);
  });

  it('stays between the values around a gap', () => {
    const value = fc.oneof(fc.double({ min: -1e300, max: 1e300, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), (values) => {
        const at = Float64Array.from(values, (_, row) => row);
        const filled = bridgeGaps(at, Float64Array.from(values), Number.POSITIVE_INFINITY, false);
        const known = values.filter(Number.isFinite);
        for (const [row, one] of filled.entries()) {
          if (Number.isFinite(values[row])) expect(one).toBe(values[row]);
          else if (!Number.isNaN(one)) {
            expect(one).toBeGreaterThanOrEqual(Math.min(...known) - 1e285);
            expect(one).toBeLessThanOrEqual(Math.max(...known) + 1e285);
          }
        }
      }),
    );
  });
});
