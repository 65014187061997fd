export { MonitoringClient, type MonitoringClientOptions } from './MonitoringClient.ts';
