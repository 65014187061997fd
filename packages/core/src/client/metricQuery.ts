import type { MetricSource } from '../backend/MetricSource.ts';
import { GlasspaneError } from '../errors/GlasspaneError.ts';
import type { MetricType } from '../metric/MetricDescriptor.ts';
import { checkMetricName } from './checkMetricName.ts';

/** Returns the text that shows a metric as its type wants to be seen. */
function exprOfMetric(name: string, type: MetricType): string {
  switch (type === 'unknown' && name.endsWith('_total') ? 'counter' : type) {
    case 'counter':
      return `rate(${name}[$__rate_interval])`;
    case 'histogram':
      return `histogram_quantile(0.95, sum by (le) (rate(${name}_bucket[$__rate_interval])))`;
    default:
      return name;
  }
}

/**
 * Returns the query of a metric, by what the source knows of it.
 *
 * @throws {@link GlasspaneError} `invalid` when it is no name of a metric; `unsupported` when the source does not speak
 * PromQL.
 */
export async function queryOfMetric(metrics: MetricSource, name: string): Promise<string> {
  checkMetricName(name);
  if (metrics.language !== 'promql') {
    throw new GlasspaneError(
      'unsupported',
      `A query for the metric "${name}" can only be made in PromQL, and the backend speaks ${metrics.language}. ` +
        'Give the widget its "expr" in that language.',
    );
  }
  const [descriptor] = await metrics.metadata({ metric: name });
  return exprOfMetric(name, descriptor?.type ?? 'unknown');
}
