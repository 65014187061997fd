/** The instruments of one server. */
export class MetricRegistry {}
