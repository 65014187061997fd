/**
 * When a step is taken, and the source of its ids.
 *
 * @public
 */
export interface StepContext {
  readonly nowMs: number;
  /** Returns an id that no other has: for incidents and notifications. */
  readonly newId: () => string;
}
