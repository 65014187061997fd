import { LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { addSlot, type ChartData, type Contestant } from '../page/Contestant.ts';
import { colorOf } from '../page/colorOf.ts';
import { runContestant } from '../page/runContestant.ts';

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

/** Pairs of time and value, one after the other: the form for many points. */
type Pairs = readonly Float64Array[];

const contestant: Contestant<Pairs> = {
  prepare: toPairs,
  mount(host, look, data) {
    const charts = data.map((pairs) => {
      const { width, height } = look;
      const chart = init(addSlot(host, look), undefined, { width, height });
      chart.setOption(optionOf(pairs));
      return chart;
    });
    return {
      refresh(next) {
        for (const [index, chart] of charts.entries()) {
          chart.setOption({ series: (next[index] ?? []).map((values) => ({ data: values })) });
        }
      },
    };
  },
};

function toPairs({ times, columns }: ChartData): Pairs {
  return columns.map((values) => {
    const pairs = new Float64Array(2 * times.length);
    for (let row = 0; row < times.length; row += 1) {
      pairs[2 * row] = times[row] ?? 0;
      pairs[2 * row + 1] = values[row] ?? Number.NaN;
    }
    return pairs;
  });
}

function optionOf(pairs: Pairs): EChartsCoreOption {
  return {
    animation: false,
    tooltip: { trigger: 'axis', axisPointer: { type: 'cross' }, transitionDuration: 0 },
    grid: { left: 40, right: 8, top: 8, bottom: 24 },
    xAxis: { type: 'time', min: 'dataMin', max: 'dataMax' },
    yAxis: { type: 'value', scale: true },
    series: pairs.map((values, index) => ({
      type: 'line',
      name: `series ${index}`,
      data: values,
      showSymbol: false,
      sampling: 'minmax',
      color: colorOf(index),
      lineStyle: { width: 1 },
    })),
  };
}

runContestant(contestant);
