import type { Matcher } from '@glasspane/promql/syntax';
import type { Alert } from '../alerting/Alert.ts';
import type { NewSilence, Silence } from '../alerting/Silence.ts';

/**
 * Which alerts to list.
 *
 * @public
 */
export interface AlertRequest {
  /** Alerts that satisfy all of them. Left out: all alerts. */
  readonly matchers?: readonly Matcher[] | undefined;
}

/**
 * The alerts of now: those that are pending or firing, and, where the backend keeps them, those that were resolved
 * lately.
 *
 * @public
 */
export interface AlertSource {
  /** Returns the alerts, the newest first. */
  list(request: AlertRequest, signal?: AbortSignal): Promise<readonly Alert[]>;
}

/**
 * Silences, where the backend has them.
 *
 * @public
 */
export interface SilenceStore {
  /** Returns the silences, those that are over included for as long as the backend keeps them. */
  list(signal?: AbortSignal): Promise<readonly Silence[]>;
  /** Makes a silence and returns its id. */
  create(silence: NewSilence, signal?: AbortSignal): Promise<string>;
  /** Ends a silence now. */
  expire(id: string, signal?: AbortSignal): Promise<void>;
}
