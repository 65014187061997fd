import type { ReactElement } from 'react';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { ChartData } from '../page/Contestant.ts';
import { colorOf } from '../page/colorOf.ts';
import { type ChartProps, reactContestant } from '../page/reactContestant.tsx';
import { runContestant } from '../page/runContestant.ts';

interface Rows {
  readonly keys: readonly string[];
  readonly rows: Readonly<Record<string, number>>[];
}

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hour12: false });
const formatTime = (ms: number): string => clock.format(ms);

function Chart({ look, data }: ChartProps<Rows>): ReactElement {
  return (
    <LineChart width={look.width} height={look.height} data={data.rows}>
      <CartesianGrid />
      <XAxis dataKey="time" type="number" domain={['dataMin', 'dataMax']} tickFormatter={formatTime} />
      <YAxis width={40} />
      <Tooltip isAnimationActive={false} />
      {data.keys.map((key, index) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          stroke={colorOf(index)}
          strokeWidth={1}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}

function toRows({ times, columns }: ChartData): Rows {
  const keys = columns.map((_, index) => `series ${index}`);
  const rows = Array.from(times, (time, row) => {
    return { time, ...Object.fromEntries(columns.map((values, index) => [keys[index], values[row] ?? Number.NaN])) };
  });
  return { keys, rows };
}

runContestant(reactContestant({ Chart, prepare: toRows }));
