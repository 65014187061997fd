import { describe, expect, it } from 'vitest';
import { plotScales } from '../PlotScales.ts';
import { clusterAnnotations, placeAnnotations } from './placeAnnotations.ts';

const range = { startMs: 1000, endMs: 2000 };
const rect = { left: 0, top: 0, width: 1000, height: 100 };
const model = { range, scales: plotScales(rect, range, { min: 0, max: 1 }) };

describe('placeAnnotations', () => {
  it('shows what touches the time range, held within it', () => {
    const placed = placeAnnotations(
      [
        { id: 'over', timeMs: 0, endMs: 9000, text: '' },
        { id: 'moment', timeMs: 1500, text: '' },
        { id: 'into', timeMs: 500, endMs: 1250, text: '' },
        { id: 'before', timeMs: 0, endMs: 999, text: '' },
        { id: 'after', timeMs: 2001, text: '' },
      ],
      model,
    );
    expect(
      placed.map(({ annotation, x, endX, hasStart, hasEnd }) => [annotation.id, x, endX, hasStart, hasEnd]),
    ).toEqual([
      ['over', 0, 1000, false, false],
      ['into', 0, 250, false, true],
      ['moment', 500, 500, true, false],
    ]);
  });

  it('gives one marker to those that a finger cannot tell apart', () => {
    const annotations = [1500, 1510, 1523, 1524].map((timeMs) => ({ id: `${timeMs}`, timeMs, text: '' }));
    const clusters = clusterAnnotations(placeAnnotations(annotations, model));
    expect(clusters.map((cluster) => cluster.annotations.length)).toEqual([3, 1]);
  });
});
