import {
  type AbsoluteTimeRange,
  type Annotation,
  type Backend,
  type Query,
  resolveQuery,
  toGlasspaneError,
  type VariableValues,
} from '@glasspane/core';
import type { WidgetMarksRequest } from '../../widget/defineWidget.ts';
import type { QueryExemplars, WidgetMarks } from '../../widget/WidgetMarks.ts';
import type { TimeSeriesOptions } from './TimeSeriesOptions.ts';

/** Steps do not matter for exemplars; any width gives one. */
const ANY_WIDTH = 600;

/** Asks for what a chart over time shows beside its series. What cannot be had is said in the notes. */
export async function askMarks(request: WidgetMarksRequest<TimeSeriesOptions>): Promise<WidgetMarks> {
  const { backend, widget, options, timeRange, nowMs, signal } = request;
  const notes: string[] = [];
  const orNote = async <TItem>(what: string, answer: Promise<readonly TItem[]>): Promise<readonly TItem[]> => {
    try {
      return await answer;
    } catch (thrown) {
      signal.throwIfAborted();
      notes.push(failureNote(what, thrown));
      return [];
    }
  };
  const hasAnnotations = options.annotations !== false;
  const [annotations, exemplars] = await Promise.all([
    hasAnnotations ? orNote('Annotations', askAnnotations(request)) : [],
    options.exemplars === true ? orNote('Exemplars', askExemplars({ ...request, queries: widget.queries })) : [],
  ]);
  const lack = options.exemplars === true && notes.length === 0 ? exemplarNote(backend, exemplars) : undefined;
  const isShown = options.nowLine !== false && nowMs < timeRange.endMs;
  return {
    ...(isShown ? { nowMs } : {}),
    annotations,
    exemplars,
    notes: lack === undefined ? notes : [...notes, lack],
  };
}

/** What annotations are asked by. */
export interface AnnotationsQuestion {
  readonly backend: Backend;
  readonly timeRange: AbsoluteTimeRange;
  readonly dashboardId?: string | undefined;
  readonly signal: AbortSignal;
}

/** Asks a backend for its annotations; one that has none gives none. */
export async function askAnnotations(question: AnnotationsQuestion): Promise<readonly Annotation[]> {
  const { backend, timeRange, dashboardId, signal } = question;
  return (await backend.annotations?.list({ ...timeRange, dashboardId }, signal)) ?? [];
}

/** What exemplars are asked by. */
export interface ExemplarsQuestion {
  readonly backend: Backend;
  readonly queries: readonly Query[];
  readonly timeRange: AbsoluteTimeRange;
  readonly variables: VariableValues;
  readonly signal: AbortSignal;
}

/** Asks a backend for the exemplars of queries; one that has none gives none. */
export async function askExemplars(question: ExemplarsQuestion): Promise<readonly QueryExemplars[]> {
  const { backend, queries, timeRange, variables, signal } = question;
  const { metrics } = backend;
  if (metrics.queryExemplars === undefined) return [];
  const asked = queries.filter(({ isHidden, offsetMs = 0 }) => isHidden !== true && offsetMs === 0);
  return Promise.all(
    asked.map(async (query) => {
      const context = { timeRange, widthPx: ANY_WIDTH, variables, language: metrics.language };
      const { expr } = resolveQuery(query, context).request;
      return { refId: query.refId, series: (await metrics.queryExemplars?.({ expr, ...timeRange }, signal)) ?? [] };
    }),
  );
}

/** Returns why a chart that is to show exemplars shows none; undefined where it shows some. */
export function exemplarNote(backend: Backend, exemplars: readonly QueryExemplars[]): string | undefined {
  if (backend.metrics.queryExemplars === undefined) return 'This backend has no exemplars';
  const isEmpty = exemplars.every(({ series }) => series.every((one) => one.exemplars.length === 0));
  return isEmpty ? 'No exemplars in this time range' : undefined;
}

/** Returns what is said where annotations or exemplars could not be had. */
export function failureNote(what: string, thrown: unknown): string {
  return `${what} could not be loaded: ${toGlasspaneError(thrown).message}`;
}
