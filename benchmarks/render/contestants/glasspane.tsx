import type { Frame } from '@glasspane/core';
import { TimeSeriesView } from '@glasspane/react';
import '@glasspane/react/styles.css';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { ChartData, ChartLook, Contestant } from '../page/Contestant.ts';
import { runContestant } from '../page/runContestant.ts';

interface ChartFrames {
  readonly frames: readonly Frame[];
  readonly timeRange: { readonly startMs: number; readonly endMs: number };
}

const options = { legend: 'none' } as const;

function Charts({ look, data }: { readonly look: ChartLook; readonly data: readonly ChartFrames[] }): ReactElement {
  return (
    <div className="gp-root charts" data-gp-theme="light">
      {data.map(({ frames, timeRange }, index) => (
        <TimeSeriesView
          // biome-ignore lint/suspicious/noArrayIndexKey: the charts stay where they are
          key={index}
          title={`Chart ${index}`}
          frames={frames}
          timeRange={timeRange}
          width={look.width}
          height={look.height}
          options={options}
        />
      ))}
    </div>
  );
}

const contestant: Contestant<ChartFrames> = {
  prepare: toFrames,
  mount(host, look, data) {
    const root = createRoot(host);
    root.render(<Charts look={look} data={data} />);
    return { refresh: (next) => root.render(<Charts look={look} data={next} />) };
  },
};

function toFrames({ times, columns }: ChartData): ChartFrames {
  const series = columns.map((values, index) => ({
    kind: 'number' as const,
    name: 'load',
    labels: { __name__: 'load', series: String(index) },
    values,
  }));
  const frame: Frame = { length: times.length, fields: [{ kind: 'time', name: 'time', values: times }, ...series] };
  return { frames: [frame], timeRange: { startMs: times[0] ?? 0, endMs: times.at(-1) ?? 0 } };
}

runContestant(contestant);
