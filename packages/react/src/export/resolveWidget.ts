import {
  type AbsoluteTimeRange,
  type Backend,
  type Clock,
  type GlasspaneError,
  metricQueryOptions,
  resolveTimeRange,
  type TimeRange,
  toGlasspaneError,
  type VariableValues,
  type Widget,
} from '@glasspane/core';
import type { AnyWidgetDefinition, WidgetQueryResult } from '../widget/defineWidget.ts';
import { errorText } from '../widget/errorText.ts';
import { metricQueriesOf } from '../widget/metricQueriesOf.ts';
import { isEmpty, missingCapabilities } from '../widget/missingCapabilities.ts';
import { parseOptions } from '../widget/parseOptions.ts';
import { type TransformedResults, transformResults } from '../widget/transformResults.ts';
import type { WidgetOutcome, WidgetProblem } from './WidgetOutcome.ts';

/** What the widgets of one export share. */
export interface ResolveContext {
  readonly backend: Backend;
  readonly dashboardId?: string | undefined;
  readonly definitions: ReadonlyMap<string, AnyWidgetDefinition>;
  /** Its present moment is the same for all widgets. */
  readonly clock: Clock;
  readonly timeRange: TimeRange;
  readonly variables: VariableValues;
  readonly timeZone: string | undefined;
  /** The locale that texts are sorted by. */
  readonly locale: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Asks a widget's queries as the screen does. Whatever is wrong with the widget comes out as its problem; only a
 * cancelled export rejects.
 *
 * @param widthPx - The width of the widget's view in the file.
 */
export async function resolveWidget(widget: Widget, widthPx: number, context: ResolveContext): Promise<WidgetOutcome> {
  const definition = context.definitions.get(widget.type);
  if (definition === undefined) return failed(widget, unknownType(widget.type));
  const missing = missingCapabilities(widget, definition, context.backend);
  if (missing.length > 0) {
    const names = missing.join(', ');
    const details = [`${definition.label} needs it. Use a backend that offers ${names}.`];
    return failed(widget, { tone: 'neutral', title: `This backend has no ${names}`, details });
  }
  const parsed = parseOptions(definition.schema, widget.options);
  if (parsed.status === 'invalid') {
    const details = parsed.issues.map(({ path, message }) => `${path} ${message}`);
    return failed(widget, { tone: 'error', title: 'The options of this widget are not valid', details });
  }
  try {
    const { results, timeRange } = await runQueries({ widget, definition, options: parsed.options, widthPx }, context);
    const notices = results.flatMap((result) => result.notices);
    const transformed = transformResults(results, widget.transformations, { locale: context.locale });
    if (transformed.status !== 'ready') return failed(widget, transformProblem(transformed));
    if (isEmpty(transformed.results) && widget.field?.noValue === undefined) {
      const problem = noData(results);
      return { status: 'empty', widget, timeRange, results, notices, problem };
    }
    const { options } = parsed;
    const marks = await definition.askMarks?.({ ...context, widget, options, timeRange, nowMs: context.clock.now() });
    return { status: 'ready', widget, definition, options, results: transformed.results, notices, timeRange, marks };
  } catch (thrown) {
    context.signal.throwIfAborted();
    return failed(widget, queryProblem(toGlasspaneError(thrown)));
  }
}

interface AskedWidget {
  readonly widget: Widget;
  readonly definition: AnyWidgetDefinition;
  readonly options: unknown;
  readonly widthPx: number;
}

async function runQueries(
  { widget, definition, options, widthPx }: AskedWidget,
  context: ResolveContext,
): Promise<{ readonly results: readonly WidgetQueryResult[]; readonly timeRange: AbsoluteTimeRange }> {
  const timeRange = widget.timeRange ?? context.timeRange;
  const moments = resolveTimeRange(timeRange, context.clock.now(), context.timeZone);
  if (definition.ask !== undefined) {
    const { backend, variables, signal } = context;
    const results = await definition.ask({ widget, options, backend, timeRange: moments, variables, signal });
    return { results, timeRange: moments };
  }
  const asked = metricQueriesOf(widget, definition).filter(({ isHidden }) => isHidden !== true);
  const results: WidgetQueryResult[] = [];
  // One after another: how many widgets are asked at once is the limit on the backend.
  for (const query of asked) {
    const mode = query.instant === undefined ? definition.queryMode : query.instant ? 'instant' : 'range';
    const { queryFn } = metricQueryOptions({ ...context, query, timeRange, widthPx, mode });
    const { frame, notices } = await queryFn({ signal: context.signal });
    results.push({ query, frame, notices });
  }
  return { results, timeRange: moments };
}

function failed(widget: Widget, problem: WidgetProblem): WidgetOutcome {
  return { status: 'error', widget, timeRange: undefined, results: [], notices: [], problem };
}

function transformProblem(transformed: Exclude<TransformedResults, { readonly status: 'ready' }>): WidgetProblem {
  if (transformed.status === 'failed') {
    return { tone: 'error', title: 'A transformation does not fit the data', details: [transformed.message] };
  }
  const details = transformed.issues.map(({ path, message }) => `${path} ${message}`);
  return { tone: 'error', title: 'The transformations of this widget are not valid', details };
}

function unknownType(type: string): WidgetProblem {
  return {
    tone: 'neutral',
    title: `Unknown widget type “${type}”`,
    details: ['What made this file does not know this type.'],
  };
}

function noData(results: readonly WidgetQueryResult[]): WidgetProblem {
  return { tone: 'neutral', title: 'No data in this time range', details: results.map(({ query }) => query.expr) };
}

function queryProblem(error: GlasspaneError): WidgetProblem {
  const { title, advice } = errorText(error);
  return { tone: 'error', title, details: [error.message, advice] };
}
