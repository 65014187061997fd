import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { addSlot, type Contestant } from '../page/Contestant.ts';
import { colorOf } from '../page/colorOf.ts';
import { runContestant } from '../page/runContestant.ts';

const contestant: Contestant<uPlot.AlignedData> = {
  prepare: ({ times, columns }) => [times.map((ms) => ms / 1000), ...columns],
  mount(host, look, data) {
    const charts = data.map((one) => {
      const series = one.slice(1).map((_, index) => ({ label: `series ${index}`, stroke: colorOf(index), width: 1 }));
      const { width, height } = look;
      const options = { width, height, legend: { show: look.hasReadings }, series: [{}, ...series] };
      return new uPlot(options, one, addSlot(host, look));
    });
    return {
      refresh(next) {
        for (const [index, chart] of charts.entries()) chart.setData(next[index] ?? [[]]);
      },
    };
  },
};

runContestant(contestant);
