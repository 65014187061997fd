/**
 * One way in which a receiver is told.
 *
 * @public
 */
export interface Integration {
  /** Tells it from the others of all receivers: `team/email/0`. */
  readonly id: string;
  /** `email`, `slack`, `webhook`. */
  readonly type: string;
  /** Whether it is told of resolved alerts. */
  readonly sendResolved: boolean;
}

/**
 * Who is told, under one name.
 *
 * @public
 */
export interface Receiver {
  readonly name: string;
  readonly integrations: readonly Integration[];
}
