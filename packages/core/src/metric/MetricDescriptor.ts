/**
 * The type of a metric, in Prometheus's words.
 *
 * @public
 */
export type MetricType = 'counter' | 'gauge' | 'histogram' | 'summary' | 'info' | 'stateset' | 'unknown';

/**
 * What a metric is: its name and what people should know of it.
 *
 * @public
 */
export interface MetricDescriptor {
  /** A Prometheus metric name, such as `http_requests_total`. */
  readonly name: string;
  readonly type: MetricType;
  /** The base unit, such as `seconds` or `bytes`; empty where there is none. */
  readonly unit?: string | undefined;
  /** One sentence for people. */
  readonly help?: string | undefined;
  /** The label names that its samples may have. Left out: any. */
  readonly labels?: readonly string[] | undefined;
}
