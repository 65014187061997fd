import type { InstantRequest, RangeRequest } from '../backend/MetricSource.ts';
import type { AbsoluteTimeRange } from '../timeRange/TimeRange.ts';
import { interpolatePromql } from '../variables/interpolatePromql.ts';
import type { VariableValues } from '../variables/Variable.ts';
import { builtInVariables } from './builtInVariables.ts';
import type { Query } from './Query.ts';
import { alignToStep, resolveStep } from './resolveStep.ts';

/**
 * What a query is resolved against.
 *
 * @public
 */
export interface QueryContext {
  readonly timeRange: AbsoluteTimeRange;
  /** The width of what shows the result, in pixels. */
  readonly widthPx: number;
  readonly variables: VariableValues;
  /** The smallest step of queries that say nothing of it, in milliseconds: usually the scrape interval. */
  readonly minStepMs?: number | undefined;
  /** Left out: `instant` where the query says so, else `range`. */
  readonly mode?: 'range' | 'instant' | undefined;
  /**
   * The time range ends at the present moment: a range request then carries it as `edgeMs`, so that the newest sample
   * need not wait for the next step.
   */
  readonly isLive?: boolean | undefined;
  /**
   * The language of the source. Variables are filled into PromQL only.
   *
   * @defaultValue 'promql'
   */
  readonly language?: string | undefined;
}

/**
 * What a source is asked.
 *
 * @public
 */
export type ResolvedQuery =
  | { readonly kind: 'range'; readonly request: RangeRequest }
  | { readonly kind: 'instant'; readonly request: InstantRequest };

/**
 * Returns what to ask a source for a query: variables filled in, the step chosen, both ends aligned to it.
 *
 * @throws {@link VariableError} When a variable does not exist, or its value does not fit where it stands.
 * @public
 */
export function resolveQuery(query: Query, context: QueryContext): ResolvedQuery {
  const { timeRange, mode = query.instant === true ? 'instant' : 'range' } = context;
  const minStepMs = query.minStepMs ?? context.minStepMs;
  const stepMs = resolveStep({ range: timeRange, widthPx: context.widthPx, minStepMs });
  const expr = resolveExpr(query.expr, context, builtInVariables(timeRange, stepMs, minStepMs));
  if (mode === 'instant') return { kind: 'instant', request: { expr, timeMs: timeRange.endMs } };
  const aligned = alignToStep(timeRange, stepMs);
  const hasEdge = context.isLive === true && timeRange.endMs > aligned.endMs;
  return { kind: 'range', request: { expr, ...aligned, stepMs, ...(hasEdge ? { edgeMs: timeRange.endMs } : {}) } };
}

function resolveExpr(expr: string, { language = 'promql', variables }: QueryContext, builtIns: VariableValues): string {
  return language === 'promql' ? interpolatePromql(expr, { ...variables, ...builtIns }) : expr;
}
