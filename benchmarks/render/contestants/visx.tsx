import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { type PointerEvent, type ReactElement, useState } from 'react';
import type { ChartData, ChartLook } from '../page/Contestant.ts';
import { colorOf } from '../page/colorOf.ts';
import { type ChartProps, reactContestant } from '../page/reactContestant.tsx';
import { runContestant } from '../page/runContestant.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Points {
  readonly series: readonly Point[][];
  readonly domain: readonly [number, number];
}

const LEFT = 40;
const BOTTOM = 30;

/** A chart as one writes it by hand: scales, axes, a path a series, and a crosshair with state of its own. */
function Chart({ look, data }: ChartProps<Points>): ReactElement {
  const [first = []] = data.series;
  const times = [first[0]?.x ?? 0, first.at(-1)?.x ?? 0];
  const x = scaleTime({ domain: times, range: [LEFT, look.width] });
  const y = scaleLinear({ domain: [...data.domain], range: [look.height - BOTTOM, 4], nice: true });
  return (
    <svg width={look.width} height={look.height}>
      <title>Chart</title>
      {data.series.map((points, index) => (
        <LinePath
          // biome-ignore lint/suspicious/noArrayIndexKey: the series stay where they are
          key={index}
          data={points}
          x={(point) => x(point.x)}
          y={(point) => y(point.y)}
          stroke={colorOf(index)}
        />
      ))}
      <AxisLeft scale={y} left={LEFT} />
      <AxisBottom scale={x} top={look.height - BOTTOM} />
      {look.hasReadings ? <Crosshair look={look} data={data} timeAt={(pixel) => x.invert(pixel).getTime()} /> : null}
    </svg>
  );
}

interface CrosshairProps {
  readonly look: ChartLook;
  readonly data: Points;
  readonly timeAt: (pixel: number) => number;
}

function Crosshair({ look: { width, height }, data, timeAt }: CrosshairProps): ReactElement {
  const [x, setX] = useState(0);
  const timeMs = timeAt(x);
  const move = (event: PointerEvent): void => setX(event.nativeEvent.offsetX);
  return (
    <g>
      <line x1={x} x2={x} y1={0} y2={height - BOTTOM} stroke="#000" />
      <rect width={width} height={height} fill="transparent" onPointerMove={move} />
      {data.series.map((points, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the series stay where they are
        <text key={index} x={x + 8} y={20 + 16 * index} fill={colorOf(index)}>
          {points[rowAt(points, timeMs)]?.y.toFixed(2)}
        </text>
      ))}
    </g>
  );
}

function rowAt(points: readonly Point[], timeMs: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toPoints({ times, columns }: ChartData): Points {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const values of columns) {
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  const series = columns.map((values) => Array.from(times, (x, row) => ({ x, y: values[row] ?? Number.NaN })));
  return { series, domain: [low, high] };
}

runContestant(reactContestant({ Chart, prepare: toPoints }));
