import type { Labels } from '@glasspane/promql/syntax';

/**
 * An alert as its origin reports it: again and again while it fires, and once more when it is over.
 *
 * @public
 */
export interface PostedAlert {
  /** Tell the alert from others. */
  readonly labels: Labels;
  /** Texts for people. */
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startsAtMs: number;
  /**
   * When it is over, in milliseconds since the epoch: in the past for one that was resolved, in the future for one that
   * is resolved then unless it is reported again. Left out: the resolve timeout after this report.
   */
  readonly endsAtMs?: number | undefined;
  /** Leads to what raised it. */
  readonly generatorUrl?: string | undefined;
  /** The receivers that are told, instead of those that the routes choose. Left out or empty: the routes choose. */
  readonly receivers?: readonly string[] | undefined;
}
