import type { Widget } from '@glasspane/core';
import type { WidgetQueryResult } from '../../widget/defineWidget.ts';
import type { SloOptions } from './SloOptions.ts';
import { courseRefId, ratioQuery, sloQueries, windowRefId } from './sloQueries.ts';
import type { SloFrames } from './useSlo.ts';

/** Returns the answers of an SLO's questions. */
export function sloFrames(
  widget: Pick<Widget, 'queries'>,
  options: SloOptions,
  results: readonly WidgetQueryResult[],
): SloFrames {
  const query = ratioQuery(widget);
  if (query === undefined) return { windows: {} };
  const byRefId = new Map(results.map(({ query: asked, frame }) => [asked.refId, frame]));
  const prefix = windowRefId(query, '').length;
  const windows = sloQueries({ widget, options }).flatMap(({ refId }) => {
    const frame = byRefId.get(refId);
    return frame === undefined || refId === courseRefId(query) ? [] : [[refId.slice(prefix), frame] as const];
  });
  return { windows: Object.fromEntries(windows), course: byRefId.get(courseRefId(query)) };
}
