import { useEffect, useRef, useState } from 'react';
import { useIsServerRendered } from '../provider/useIsServerRendered.ts';
import { whenIdle } from '../provider/whenIdle.ts';
import { type ChartDescription, describeChart } from './describeChart.ts';
import type { PlotModel } from './PlotModel.ts';

/** How long words stay before those of newer data come: a screen reader reads no faster. */
const LASTING_MS = 5000;

const NOT_YET: ChartDescription = { sentence: 'being read', series: [] };

/**
 * Returns a chart in words. They are there at once where a server renders; in a browser they come when there is nothing
 * else to do, because to write them takes as long as to draw the chart, and not with every new sample.
 */
export function useChartDescription(model: PlotModel): ChartDescription {
  const isServerRendered = useIsServerRendered();
  const [description, setDescription] = useState(() => (isServerRendered ? describeChart(model) : NOT_YET));
  const described = useRef({ model: isServerRendered ? model : undefined, atMs: Number.NEGATIVE_INFINITY });
  const latest = useRef(model);
  const waiting = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    latest.current = model;
    // What waits already reads what is newest then.
    if (described.current.model === model || waiting.current !== undefined) return;
    waiting.current = whenIdle(
      () => {
        waiting.current = undefined;
        described.current = { model: latest.current, atMs: performance.now() };
        setDescription(describeChart(latest.current));
      },
      Math.max(500, described.current.atMs + LASTING_MS - performance.now()),
    );
  }, [model]);
  useEffect(
    () => () => {
      waiting.current?.();
      waiting.current = undefined;
    },
    [],
  );
  return description;
}
