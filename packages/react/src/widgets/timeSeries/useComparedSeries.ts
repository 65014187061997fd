import { useState } from 'react';
import { inTimeOrder } from '../../chart/inTimeOrder.ts';
import { type MadeSeries, renewSeries } from '../../chart/renewSeries.ts';
import type { ChartSeriesInput, ChartSeriesSet } from '../../chart/toChartSeries.ts';
import { comparedSeries } from './compare.ts';

/** Returns the series of a chart: the same ones while it is given the same, and with new values named as they were. */
export function useComparedSeries(input: ChartSeriesInput, compare: string | undefined): ChartSeriesSet {
  const [kept] = useState(() => new KeptSeries());
  return kept.of(input, compare);
}

class KeptSeries {
  #made: MadeSeries | undefined;
  #compare: string | undefined;

  of(input: ChartSeriesInput, compare: string | undefined): ChartSeriesSet {
    const last = compare === this.#compare ? this.#made : undefined;
    if (last !== undefined && last.input.frames === input.frames && isAskedAlike(last.input, input)) return last.set;
    const ordered = compare === undefined ? { ...input, frames: inTimeOrder(input.frames) } : input;
    const set =
      (last === undefined || compare !== undefined ? undefined : renewSeries(last, ordered)) ??
      comparedSeries(input, compare);
    this.#made = { input, set };
    this.#compare = compare;
    return set;
  }
}

function isAskedAlike(a: ChartSeriesInput, b: ChartSeriesInput): boolean {
  return NAMES.every((name) => a[name] === b[name]);
}

const NAMES = ['legends', 'refIds', 'field', 'overrides', 'limit'] as const;
