import type { Labels } from '@glasspane/promql/syntax';

/**
 * Where an alert stands: its condition holds but not yet for long enough, it holds, or it held and no longer does.
 *
 * @public
 */
export type AlertState = 'pending' | 'firing' | 'resolved';

/**
 * One instance of an alert rule: one series of its result, and since when it is there.
 *
 * @public
 */
export interface Alert {
  /** Tells the alert from others: a hash of its labels, 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** `alertname`, the labels of the series and those of the rule. */
  readonly labels: Labels;
  /** Texts for people, their templates filled in. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: AlertState;
  /** What the rule's expression gave last. Left out where the backend does not tell. */
  readonly value?: number | undefined;
  /** Since when the condition holds, in milliseconds since the epoch. */
  readonly startsAtMs: number;
  /** When it was resolved, in milliseconds since the epoch; left out while it goes on. */
  readonly endsAtMs?: number | undefined;
  /** Leads to what raised it. */
  readonly generatorUrl?: string | undefined;
  /** The channels that are told. */
  readonly receivers?: readonly string[] | undefined;
  /** The ids of the silences that keep it from being told. */
  readonly silencedBy?: readonly string[] | undefined;
  /** The fingerprints of the alerts that keep it from being told. */
  readonly inhibitedBy?: readonly string[] | undefined;
}
