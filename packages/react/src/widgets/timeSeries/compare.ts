import type { ChartSeries } from '../../chart/ChartSeries.ts';
import { inTimeOrder } from '../../chart/inTimeOrder.ts';
import { type ChartSeriesInput, type ChartSeriesSet, toChartSeries } from '../../chart/toChartSeries.ts';
import { splitCompared } from '../compareQueries.ts';
import { describeSpan } from './describeSpan.ts';

/**
 * Returns the series of frames as `toChartSeries` does, those of an earlier time behind the others: each is named, coloured and
 * shown as the one that it is compared with, and drawn dashed.
 */
export function comparedSeries(given: ChartSeriesInput, compare: string | undefined): ChartSeriesSet {
  const input = { ...given, frames: inTimeOrder(given.frames) };
  if (compare === undefined) return toChartSeries(input);
  const split = splitCompared(input, compare);
  const [current, earlier] = [toChartSeries(split.current), toChartSeries(split.earlier)];
  const siblings = new Map(current.series.map((one) => [split.siblingKey(one), one]));
  const suffix = ` (${describeSpan(compare)} earlier)`;
  const compared = earlier.series.map((one): ChartSeries => {
    const sibling = siblings.get(split.siblingKey(one)) ?? one;
    const { color, options } = sibling;
    return {
      ...one,
      key: `${one.key} ${compare}`,
      name: `${sibling.name}${suffix}`,
      color,
      options,
      style: { ...sibling.style, ...EARLIER_STYLE },
    };
  });
  return { series: [...current.series, ...compared], omittedCount: current.omittedCount + earlier.omittedCount };
}

const EARLIER_STYLE = { draw: 'line', dash: 'dash', lineWidth: 1, fillOpacity: 0, stack: 'none', points: 'never' };
