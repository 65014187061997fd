export type { ApiClientOptions } from '../internal/prometheusApi/ApiClient.ts';
export type { HttpOptions } from '../internal/prometheusApi/HttpTransport.ts';
export { createServerBackend, type ServerBackend, type ServerBackendOptions } from './createServerBackend.ts';
