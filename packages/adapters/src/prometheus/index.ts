export type { ApiClientOptions } from '../internal/prometheusApi/ApiClient.ts';
export type { HttpOptions } from '../internal/prometheusApi/HttpTransport.ts';
export { createPrometheusBackend, type PrometheusBackendOptions } from './createPrometheusBackend.ts';
