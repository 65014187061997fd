import type { PostedAlert } from '@glasspane/core/alerting';

/** Takes the alerts that rules raise. */
export interface AlertReceiver {
  /** Resolves once the alerts are durable; that people are told of them follows by itself. */
  post(alerts: readonly PostedAlert[]): Promise<void>;
}
