import { isIncremental, parseExpr } from '@glasspane/promql/syntax';
import type { MetricSource, QueryResult, RangeRequest } from '../backend/MetricSource.ts';
import { concatFrames } from '../frame/concatFrames.ts';
import type { Frame } from '../frame/Frame.ts';
import { forwardSource } from './forwardSource.ts';
import { joinNotices } from './joinNotices.ts';

/**
 * Decorates a source so that a range query with an `edgeMs` gets one more column at exactly that moment, from an instant
 * query. Steps are aligned downwards, so without it the newest sample would be seen up to a step late.
 *
 * No edge is added to a query whose values depend on the ends of its range (`@ end()` …), as they would not fit together.
 *
 * @public
 */
export function liveEdge(source: MetricSource): MetricSource {
  const queryRange = async ({ edgeMs, ...request }: RangeRequest, signal?: AbortSignal): Promise<QueryResult> => {
    if (edgeMs === undefined || edgeMs <= request.endMs || !isFreeOfRange(request.expr, source.language)) {
      return source.queryRange(request, signal);
    }
    const { expr, limit } = request;
    const [range, edge] = await Promise.all([
      source.queryRange(request, signal),
      source.queryInstant({ expr, timeMs: edgeMs, ...(limit === undefined ? {} : { limit }) }, signal),
    ]);
    const frame = concatFrames(
      { frame: range.frame, start: 0, end: range.frame.length },
      { frame: atTime(edge.frame, edgeMs), start: 0, end: 1 },
    );
    return { frame, notices: joinNotices(range.notices, edge.notices) };
  };
  return forwardSource(source, { queryRange });
}

function isFreeOfRange(expr: string, language: string): boolean {
  if (language !== 'promql') return false;
  try {
    return isIncremental(parseExpr(expr));
  } catch {
    return false;
  }
}

function atTime(frame: Frame, timeMs: number): Frame {
  const others = frame.fields.filter((field) => field.kind !== 'time');
  return { length: 1, fields: [{ kind: 'time', name: 'time', values: Float64Array.of(timeMs) }, ...others] };
}
