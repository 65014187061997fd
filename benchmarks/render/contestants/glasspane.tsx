import { TimeSeriesView } from '@glasspane/react';
import '@glasspane/react/styles.css';
import type { ReactElement } from 'react';
import { type ChartProps, reactContestant } from '../page/reactContestant.tsx';
import { runContestant } from '../page/runContestant.ts';
import { type ChartFrames, toFrames } from '../page/toFrames.ts';

const options = { legend: 'none' } as const;

function Chart({ look, data, index }: ChartProps<ChartFrames>): ReactElement {
  return (
    <TimeSeriesView
      title={`Chart ${index}`}
      frames={data.frames}
      timeRange={data.timeRange}
      width={look.width}
      height={look.height}
      options={options}
    />
  );
}

runContestant(reactContestant({ Chart, prepare: toFrames, className: 'gp-root' }));
