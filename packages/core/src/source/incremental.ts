import { isIncremental, parseExpr } from '@glasspane/promql/syntax';
import type { MetricSource, Notice, QueryResult, RangeRequest } from '../backend/MetricSource.ts';
import type { Clock } from '../clock/Clock.ts';
import { concatFrames, numberFieldsOf, timesOf } from '../frame/concatFrames.ts';
import type { Frame } from '../frame/Frame.ts';
import { labelsKey } from '../frame/labelsKey.ts';
import { shareFrame } from '../frame/shareFrame.ts';
import { forwardSource } from './forwardSource.ts';
import { joinNotices } from './joinNotices.ts';
import { WeightedCache } from './WeightedCache.ts';

/**
 * Options of {@link incremental}.
 *
 * @public
 */
export interface IncrementalOptions {
  readonly clock: Clock;
  /**
   * How late a sample may arrive and still be seen, in milliseconds: so much of what is known is asked for again. It
   * also bounds how far {@link clock} may be ahead of the backend's.
   *
   * @defaultValue 600000
   */
  readonly overlapMs?: number | undefined;
  /**
   * After this time the whole window is asked for again, in milliseconds, so that what arrived later still, or was
   * deleted, is seen in the end.
   *
   * @defaultValue 900000
   */
  readonly maxAgeMs?: number | undefined;
  /**
   * How many queries are remembered at most; the one not asked for the longest time goes first.
   *
   * @defaultValue 200
   */
  readonly maxEntries?: number | undefined;
  /**
   * How many values are remembered at most, over all queries; each takes 8 bytes.
   *
   * @defaultValue 2000000
   */
  readonly maxValues?: number | undefined;
}

/** A result that is remembered. */
interface Entry {
  readonly startMs: number;
  readonly frame: Frame;
  readonly notices: readonly Notice[];
  /** Steps before this one never change again. */
  readonly finalMs: number;
  /** When the whole window was last asked for. */
  readonly fetchedMs: number;
}

/**
 * Decorates a source so that a range query which moves on asks only for what is new, plus an overlap for late samples.
 *
 * The results are those of the source, with the series in the order of their labels; the same content is the same frame.
 * A query is passed on as it is when its value at a step may still change afterwards (`@ end()`, negative offsets …),
 * when it limits the number of series, and when the language is not PromQL; a result with a warning is not built upon.
 *
 * @public
 */
export function incremental(source: MetricSource, options: IncrementalOptions): MetricSource {
  if (source.language !== 'promql') return source;
  const { clock, overlapMs = 600_000, maxAgeMs = 900_000, maxEntries = 200, maxValues = 2_000_000 } = options;
  const entries = new WeightedCache<Entry>(maxEntries, maxValues);

  const queryRange = async (request: RangeRequest, signal?: AbortSignal): Promise<QueryResult> => {
    if (request.limit !== undefined || !isIncrementalText(request.expr)) return source.queryRange(request, signal);
    const key = JSON.stringify([request.expr, request.stepMs, request.startMs % request.stepMs]);
    const known = entries.get(key);
    // Read before asking: whatever arrives while the query runs counts as late.
    const nowMs = clock.now();
    const isUsable = known !== undefined && isOverlapping(known, request) && nowMs - known.fetchedMs <= maxAgeMs;
    const result = isUsable
      ? await extend(known, request, source, signal)
      : orderSeries(await source.queryRange(request, signal));
    const frame = known === undefined ? result.frame : shareFrame(known.frame, result.frame);
    const entry: Entry = {
      startMs: request.startMs,
      frame,
      notices: result.notices,
      finalMs: Math.min(nowMs, newestTime(frame)) - overlapMs,
      fetchedMs: isUsable ? known.fetchedMs : nowMs,
    };
    if (canBuildUpon(result, request)) entries.set(key, entry, frame.length * frame.fields.length);
    else entries.delete(key);
    return { frame, notices: result.notices };
  };
  return forwardSource(source, { queryRange });
}

function isIncrementalText(expr: string): boolean {
  try {
    return isIncremental(parseExpr(expr));
  } catch {
    // What is wrong with it, or new in it, is for the source to say.
    return false;
  }
}

const isOverlapping = (known: Entry, request: RangeRequest): boolean =>
  known.startMs <= request.startMs && request.startMs < known.finalMs && known.finalMs <= lastStepOf(request);

const lastStepOf = ({ startMs, endMs, stepMs }: RangeRequest): number =>
  startMs + Math.floor((endMs - startMs) / stepMs) * stepMs;

async function extend(
  known: Entry,
  request: RangeRequest,
  source: MetricSource,
  signal: AbortSignal | undefined,
): Promise<QueryResult> {
  const { startMs, stepMs } = request;
  const keptRows = Math.ceil((known.finalMs - startMs) / stepMs);
  const tail = await source.queryRange({ ...request, startMs: startMs + keptRows * stepMs }, signal);
  const firstRow = (startMs - known.startMs) / stepMs;
  const frame = concatFrames(
    { frame: known.frame, start: firstRow, end: firstRow + keptRows },
    { frame: tail.frame, start: 0, end: tail.frame.length },
  );
  return orderSeries({ frame, notices: joinNotices(known.notices, tail.notices) });
}

/** Puts the series into an order that does not depend on which of them were known before. */
function orderSeries({ frame, notices }: QueryResult): QueryResult {
  const ordered = numberFieldsOf(frame)
    .map((field) => ({ field, key: labelsKey(field.labels) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ field }) => field);
  const others = frame.fields.filter((field) => field.kind !== 'number');
  return { frame: { length: frame.length, fields: [...others, ...ordered] }, notices };
}

/**
 * The last time at which the frame has a value. What lies after it may not be known to the backend yet, whatever our
 * clock says.
 */
function newestTime(frame: Frame): number {
  const times = timesOf(frame);
  const fields = numberFieldsOf(frame);
  for (let row = times.length - 1; row >= 0; row -= 1) {
    if (fields.some(({ gaps }) => gaps?.[row] !== 1)) return times[row] ?? Number.NEGATIVE_INFINITY;
  }
  return Number.NEGATIVE_INFINITY;
}

/** A partial result, or one without exactly the steps that were asked for, would poison those after it. */
function canBuildUpon({ frame, notices }: QueryResult, { startMs, endMs, stepMs }: RangeRequest): boolean {
  const times = timesOf(frame);
  const length = Math.floor((endMs - startMs) / stepMs) + 1;
  return (
    times.length === length &&
    times[0] === startMs &&
    times[length - 1] === startMs + (length - 1) * stepMs &&
    notices.every(({ severity }) => severity !== 'warning')
  );
}
