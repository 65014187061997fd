import {
  Chart,
  type ChartDataset,
  Decimation,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import { addSlot, type ChartData, type Contestant } from '../page/Contestant.ts';
import { colorOf } from '../page/colorOf.ts';
import { runContestant } from '../page/runContestant.ts';

Chart.register(Decimation, LinearScale, LineController, LineElement, PointElement, Tooltip);

interface Point {
  readonly x: number;
  readonly y: number;
}

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });

const contestant: Contestant<readonly Point[][]> = {
  prepare: toPoints,
  mount(host, look, data) {
    const charts = data.map((series) => {
      const canvas = document.createElement('canvas');
      canvas.width = look.width;
      canvas.height = look.height;
      addSlot(host, look).append(canvas);
      return draw(canvas, series);
    });
    return {
      refresh(next) {
        for (const [index, chart] of charts.entries()) {
          for (const [place, dataset] of chart.data.datasets.entries()) dataset.data = next[index]?.[place] ?? [];
          setRange(chart, next[index]?.[0] ?? []);
          chart.update('none');
        }
      },
    };
  },
};

function toPoints({ times, columns }: ChartData): readonly Point[][] {
  return columns.map((values) => Array.from(times, (x, row) => ({ x, y: values[row] ?? Number.NaN })));
}

function draw(canvas: HTMLCanvasElement, series: readonly Point[][]): Chart<'line', Point[]> {
  const [points = []] = series;
  return new Chart<'line', Point[]>(canvas, {
    type: 'line',
    data: { datasets: series.map(datasetOf) },
    options: {
      animation: false,
      responsive: false,
      maintainAspectRatio: false,
      parsing: false,
      normalized: true,
      interaction: { mode: 'index', intersect: false },
      plugins: { decimation: { enabled: true, algorithm: 'min-max' } },
      scales: {
        x: {
          type: 'linear',
          min: points[0]?.x ?? 0,
          max: points.at(-1)?.x ?? 0,
          ticks: { maxRotation: 0, callback: (value) => clock.format(Number(value)) },
        },
        y: { type: 'linear' },
      },
    },
  });
}

function datasetOf(data: Point[], index: number): ChartDataset<'line', Point[]> {
  return { label: `series ${index}`, data, borderColor: colorOf(index), borderWidth: 1, pointRadius: 0 };
}

function setRange(chart: Chart<'line', Point[]>, points: readonly Point[]): void {
  const axis = chart.options.scales?.x;
  if (axis === undefined) return;
  axis.min = points[0]?.x ?? 0;
  axis.max = points.at(-1)?.x ?? 0;
}

runContestant(contestant);
