import type { Frame } from '@glasspane/core';
import type { ReactElement } from 'react';
import { TimeSeriesView, type TimeSeriesViewProps } from '../src/widgets/timeSeries/TimeSeriesView.tsx';

/** 101 samples, one each second from the epoch on. */
const loadRange = { startMs: 0, endMs: 100_000 };

/** Returns a frame of one series for each level; each is 100 higher than the one before, and rises by 1 a second. */
export function loadFrame(levels: readonly string[]): Frame {
  return {
    length: 101,
    fields: [
      { kind: 'time', name: 'time', values: Float64Array.from({ length: 101 }, (_, row) => row * 1000) },
      ...levels.map((level, index) => ({
        kind: 'number' as const,
        name: 'load',
        labels: { level },
        values: Float64Array.from({ length: 101 }, (_, row) => row + index * 100),
      })),
    ],
  };
}

/** A chart of loads on a page of its own. */
export function LoadChart({ pageHeight, ...props }: LoadChartProps): ReactElement {
  return (
    <div className="gp-root" style={{ padding: 20, height: pageHeight }}>
      <TimeSeriesView
        title="Load"
        timeRange={loadRange}
        width={640}
        height={300}
        locale="en-US"
        timeZone="UTC"
        {...props}
      />
    </div>
  );
}

type LoadChartProps = Omit<Partial<TimeSeriesViewProps>, 'frames'> &
  Pick<TimeSeriesViewProps, 'frames'> & { readonly pageHeight?: number };
