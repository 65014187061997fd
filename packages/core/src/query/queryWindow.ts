import type { Frame } from '../frame/Frame.ts';
import type { AbsoluteTimeRange } from '../timeRange/TimeRange.ts';
import type { Query } from './Query.ts';

/** Returns the time range that a query asks about when its widget shows another one. */
export function askedRange(shown: AbsoluteTimeRange, { offsetMs = 0, rangeMs }: Query): AbsoluteTimeRange {
  const endMs = shown.endMs - offsetMs;
  return { startMs: rangeMs === undefined ? shown.startMs - offsetMs : endMs - rangeMs, endMs };
}

/** Returns an earlier result at the moments that it is shown at. */
export function withoutOffset(frame: Frame, offsetMs = 0): Frame {
  if (offsetMs === 0) return frame;
  const fields = frame.fields.map((field) =>
    field.kind === 'time' ? { ...field, values: field.values.map((timeMs) => timeMs + offsetMs) } : field,
  );
  return { ...frame, fields };
}
