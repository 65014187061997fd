import { type Frame, GlasspaneError, type MetricSource, type QueryResult } from '@glasspane/core';

/**
 * Returns a source whose answers have at most so many values together; the query that goes beyond fails, and its widget
 * says why. Drawing happens in the server's own process, which does nothing else meanwhile.
 */
export function boundMetrics(metrics: MetricSource, maxValues: number): MetricSource {
  let left = maxValues;
  const take = (result: QueryResult): QueryResult => {
    const count = sizeOf(result.frame);
    if (count > left) {
      const message = `The file would have more than ${maxValues} values; choose a shorter time range, or fewer series or widgets.`;
      throw new GlasspaneError('too_many_points', message);
    }
    left -= count;
    return result;
  };
  return {
    ...metrics,
    queryInstant: async (request, signal) => take(await metrics.queryInstant(request, signal)),
    queryRange: async (request, signal) => take(await metrics.queryRange(request, signal)),
  };
}

function sizeOf({ fields }: Frame): number {
  return fields.reduce((sum, { values }) => sum + values.length, 0);
}
