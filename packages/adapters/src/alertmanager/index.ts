export type { HttpOptions } from '../internal/prometheusApi/HttpTransport.ts';
export { type AlertmanagerCapabilities, type AlertmanagerOptions, createAlertmanager } from './createAlertmanager.ts';
