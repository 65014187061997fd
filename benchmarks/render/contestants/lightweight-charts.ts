import { createChart, type LineData, LineSeries, type UTCTimestamp } from 'lightweight-charts';
import { addSlot, type ChartData, type Contestant } from '../page/Contestant.ts';
import { colorOf } from '../page/colorOf.ts';
import { runContestant } from '../page/runContestant.ts';

type Lines = readonly LineData<UTCTimestamp>[][];

const contestant: Contestant<Lines> = {
  prepare: toLines,
  mount(host, look, data) {
    const charts = data.map((lines) => {
      const { width, height } = look;
      // Without a minimum it would not squeeze more points than pixels into its width.
      const timeScale = { timeVisible: true, minBarSpacing: 0.0001 };
      const chart = createChart(addSlot(host, look), { width, height, timeScale });
      const series = lines.map((_, index) => {
        const options = {
          color: colorOf(index),
          lineWidth: 1,
          lastValueVisible: false,
          priceLineVisible: false,
        } as const;
        return chart.addSeries(LineSeries, options);
      });
      const show = (next: Lines): void => {
        for (const [index, one] of series.entries()) one.setData(next[index] ?? []);
        chart.timeScale().fitContent();
      };
      show(lines);
      return show;
    });
    return {
      refresh(next) {
        for (const [index, show] of charts.entries()) show(next[index] ?? []);
      },
    };
  },
};

function toLines({ times, columns }: ChartData): Lines {
  const seconds = Array.from(times, (ms) => (ms / 1000) as UTCTimestamp);
  return columns.map((values) => seconds.map((time, row) => ({ time, value: values[row] ?? Number.NaN })));
}

runContestant(contestant);
