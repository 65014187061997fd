import type { MetricDescriptor } from '../metric/MetricDescriptor.ts';
import { parseMetricDescriptor } from '../metric/parseMetricDescriptor.ts';

/**
 * A metric as a program writes it down.
 *
 * @public
 */
export interface NewMetric extends MetricDescriptor {
  /** The same as `help`: one sentence for people. */
  readonly description?: string | undefined;
}

/** @throws {@link InvalidDocumentError} When it is no metric. */
export function toMetricDescriptor({ description, ...metric }: NewMetric): MetricDescriptor {
  return parseMetricDescriptor({
    ...metric,
    ...(description === undefined ? {} : { help: metric.help ?? description }),
  });
}
