import { TimeFormatter, ValueFormatter } from '@glasspane/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlotModel } from '../createPlotModel.ts';
import type { PlotModel } from '../PlotModel.ts';
import { type Interpolation, PLAIN_LINE, toPlotSeries } from '../PlotSeries.ts';
import { MARGIN, type MarkScene } from './MarkScene.ts';
import { isDense, RasterMarks } from './RasterMarks.ts';

const WIDTH = 120;
const HEIGHT = 60;
const formatters = { values: new ValueFormatter({ locale: 'en-US' }), times: new TimeFormatter({ timeZone: 'UTC' }) };

function plotOf(values: readonly number[], interpolation: Interpolation): PlotModel {
  const times = Float64Array.from(values, (_, row) => row);
  const field = { kind: 'number' as const, name: 'a', labels: {}, values: Float64Array.from(values) };
  const series = { key: 'a', name: 'a', color: '#000000', times, field };
  return createPlotModel({
    series: [toPlotSeries(series, { ...PLAIN_LINE, interpolation })],
    range: { startMs: 0, endMs: values.length - 1 },
    width: WIDTH,
    height: HEIGHT,
    room: { hasTimeAxis: false, hasValueAxis: false },
    left: { field: { min: 0, max: 100 }, include: [] },
    ...formatters,
  });
}

/** Draws onto a canvas of the size of the plot with its margin, and returns how opaque each pixel is. */
function opacities({ rect }: PlotModel, ratio: number, draw: (context: CanvasRenderingContext2D) => void): Uint8Array {
  const canvas = document.createElement('canvas');
  canvas.width = (rect.width + 2 * MARGIN) * ratio;
  canvas.height = (rect.height + 2 * MARGIN) * ratio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('There is no canvas.');
  draw(context);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return Uint8Array.from({ length: data.length / 4 }, (_, index) => data[index * 4 + 3] ?? 0);
}

/** Painted pixel by pixel where samples are dense. */
function rastered(model: PlotModel, ratio: number): Uint8Array {
  const scene: MarkScene = { model, ratio, colors: ['rgb(0, 0, 0)'], opacityOf: () => 1 };
  expect(isDense(model, ratio)).toBe(true);
  return opacities(model, ratio, (context) => new RasterMarks().draw(context, scene));
}

/** All samples, joined by one stroke. */
function stroked(model: PlotModel, ratio: number): Uint8Array {
  return opacities(model, ratio, (context) => {
    const [series] = model.series;
    context.scale(ratio, ratio);
    context.translate(MARGIN - model.rect.left, MARGIN - model.rect.top);
    context.lineWidth = PLAIN_LINE.lineWidth;
    context.lineJoin = 'round';
    context.lineCap = 'round';
    let lastY: number | undefined;
    for (const [row, value] of (series?.values ?? []).entries()) {
      const [x, y] = [model.scales.x(row), model.scales.y(value)];
      if (Number.isNaN(value)) lastY = undefined;
      else {
        if (lastY === undefined) context.moveTo(x, y);
        else {
          if (series?.interpolation === 'stepAfter') context.lineTo(x, lastY);
          context.lineTo(x, y);
        }
        lastY = y;
      }
    }
    context.stroke();
  });
}

/** Returns the most by which a pixel of one picture is more opaque than the most opaque one near it in the other. */
function excess(picture: Uint8Array, other: Uint8Array, width: number): number {
  let most = 0;
  for (const [index, opacity] of picture.entries()) {
    let near = 0;
    for (let down = -1; down <= 1; down += 1) {
      for (let across = -1; across <= 1; across += 1) {
        near = Math.max(near, other[index + down * width + across] ?? 0);
      }
    }
    most = Math.max(most, opacity - near);
  }
  return most;
}

function ink(picture: Uint8Array): number {
  return picture.reduce((sum, opacity) => sum + opacity, 0);
}

/**
 * What a pixel may be more opaque by than the other picture is there or one pixel away: half of full,
 * because where within a pixel its samples stand is left open.
 */
const TOLERANCE = 128;

const walk = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: length, maxLength: length });

describe('a line of many samples', () => {
  it.each([
    [900, 'linear', 1],
    [900, 'stepAfter', 1],
    [2000, 'linear', 2],
  ] as const)(
    'is painted pixel by pixel as a stroke of all %d samples is, %s, at %d to one',
    (length, interpolation, ratio) => {
      // No sample stands alone: such a one is a dot, which the stroke has not.
      const samples = fc.tuple(walk(length), fc.option(fc.integer({ min: 2, max: length - 3 })));
      fc.assert(
        fc.property(samples, ([values, gap]) => {
          const model = plotOf(
            gap === null ? values : values.map((value, row) => (row === gap ? Number.NaN : value)),
            interpolation,
          );
          const [raster, stroke] = [rastered(model, ratio), stroked(model, ratio)];
          const width = (model.rect.width + 2 * MARGIN) * ratio;
          expect(excess(raster, stroke, width)).toBeLessThanOrEqual(TOLERANCE);
          expect(excess(stroke, raster, width)).toBeLessThanOrEqual(TOLERANCE);
          expect(ink(raster) / ink(stroke)).toBeGreaterThan(0.65);
          expect(ink(raster) / ink(stroke)).toBeLessThan(1.15);
        }),
        { numRuns: 12, seed: 5 },
      );
    },
  );

  it('is as thick as a stroke where it is flat, and where it rises', () => {
    for (const end of [50, 90]) {
      const model = plotOf(
        Array.from({ length: 400 }, (_, row) => 50 + ((end - 50) * row) / 399),
        'linear',
      );
      const ratio = ink(rastered(model, 1)) / ink(stroked(model, 1));
      expect(ratio).toBeGreaterThan(0.9);
      expect(ratio).toBeLessThan(1.2);
    }
  });

  it('is broken where there is a gap', () => {
    const values = Array.from({ length: 400 }, (_, row) => (row >= 190 && row < 210 ? Number.NaN : 50));
    const model = plotOf(values, 'linear');
    const picture = rastered(model, 1);
    const middle = Math.round(model.rect.height / 2 + MARGIN) * (model.rect.width + 2 * MARGIN);
    expect(picture[middle + WIDTH / 2]).toBe(0);
    expect(picture[middle + WIDTH / 8]).toBeGreaterThan(100);
  });
});
