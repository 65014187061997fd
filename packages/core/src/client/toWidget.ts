import type { MetricSource } from '../backend/MetricSource.ts';
import type { Dashboard } from '../dashboard/Dashboard.ts';
import { parseWidget } from '../dashboard/parseDashboard.ts';
import type { Widget } from '../dashboard/Widget.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { Query } from '../query/Query.ts';
import { queryOfMetric } from './metricQuery.ts';
import type { NewWidget } from './NewWidget.ts';
import { placeWidget } from './placeWidget.ts';
import { freeSlug, slugOf } from './slug.ts';
import { toTimeRange } from './toTimeRange.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ...['line_chart', 'area_chart', 'line', 'area', 'chart', 'graph'].map((alias) => [alias, 'timeSeries'] as const),
  ...['number', 'single_value', 'counter'].map((alias) => [alias, 'stat'] as const),
  ['markdown', 'text'],
]);

/** Returns the type of widget that a name means. */
export function widgetTypeOf(name: string): string {
  return TYPES.get(name.replaceAll('-', '_')) ?? name;
}

/**
 * Returns what a new widget asks.
 *
 * @throws {@link GlasspaneError} `invalid` when it says so in more than one way.
 */
export async function queriesOf(
  { metric, expr, queries, title }: NewWidget,
  metrics: MetricSource,
): Promise<readonly Query[]> {
  const given = [metric, expr, queries].filter((way) => way !== undefined);
  if (given.length > 1) {
    throw new GlasspaneError(
      'invalid',
      `The widget "${title}" has more than one of "metric", "expr" and "queries": give the one that says what it shows.`,
    );
  }
  if (queries !== undefined) return queries;
  if (metric !== undefined) return [{ refId: 'A', expr: await queryOfMetric(metrics, metric) }];
  return expr === undefined ? [] : [{ refId: 'A', expr }];
}

/**
 * Returns the widget that a program wrote down, as part of a dashboard.
 *
 * @throws {@link InvalidDocumentError} When it is none.
 */
export function toWidget(added: NewWidget, queries: readonly Query[], { widgets }: Dashboard): Widget {
  const type = widgetTypeOf(added.type);
  const { metric, expr, timeRange, ...rest } = added;
  return parseWidget({
    ...rest,
    id: added.id ?? freeSlug(slugOf(added.title, type), new Set(widgets.map(({ id }) => id))),
    type,
    layout: placeWidget(widgets, type, added.layout),
    queries,
    ...(timeRange === undefined ? {} : { timeRange: toTimeRange(timeRange) }),
  });
}
