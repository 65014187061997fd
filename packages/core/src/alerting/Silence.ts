import type { Matcher } from '@glasspane/promql/syntax';

/**
 * Whether a silence is still to come, holds, or is over.
 *
 * @public
 */
export type SilenceState = 'pending' | 'active' | 'expired';

/**
 * A time in which nobody is told of certain alerts.
 *
 * @public
 */
export interface Silence {
  readonly id: string;
  /** An alert is silenced when it satisfies all of them; at least one does not match the empty text. */
  readonly matchers: readonly Matcher[];
  /** Milliseconds since the epoch. */
  readonly startsAtMs: number;
  /** Milliseconds since the epoch. */
  readonly endsAtMs: number;
  readonly createdBy: string;
  /** Why. */
  readonly comment: string;
  readonly state: SilenceState;
  /** Milliseconds since the epoch. */
  readonly updatedAtMs: number;
}

/**
 * A silence to be made: the backend adds the rest.
 *
 * @public
 */
export type NewSilence = Pick<Silence, 'matchers' | 'startsAtMs' | 'endsAtMs' | 'createdBy' | 'comment'>;
