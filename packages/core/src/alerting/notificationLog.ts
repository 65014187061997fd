/**
 * What a group was told last, through one integration.
 *
 * @public
 */
export interface NotificationLogEntry {
  readonly groupId: string;
  readonly integration: string;
  /** The fingerprints of the alerts that were told of. */
  readonly firing: readonly string[];
  readonly resolved: readonly string[];
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** When it may be forgotten, in milliseconds since the epoch. */
  readonly expiresMs: number;
}

/** What there is to tell of a group now. */
export interface TellingNeeds {
  readonly firing: readonly string[];
  readonly resolved: readonly string[];
  readonly sendResolved: boolean;
  readonly repeatIntervalMs: number;
  readonly nowMs: number;
  /** Whether nobody needs to be reminded: somebody is at it, or a telling is on its way. */
  readonly isReminderMoot: boolean;
}

/** Returns whether a group is to be told of now, given what was told last, by Alertmanager's rules. */
export function needsTelling(last: NotificationLogEntry | undefined, needs: TellingNeeds): boolean {
  const { firing, resolved, sendResolved, repeatIntervalMs, nowMs, isReminderMoot } = needs;
  if (last === undefined) return firing.length > 0;
  if (!isSubset(firing, last.firing)) return true;
  // Also where resolved alerts are not sent, so that the log forgets the firing ones.
  if (firing.length === 0) return last.firing.length > 0;
  if (sendResolved && !isSubset(resolved, last.resolved)) return true;
  // One from a time to come was told before the clock was set back.
  return !isReminderMoot && Math.abs(nowMs - last.atMs) > repeatIntervalMs;
}

function isSubset(some: readonly string[], all: readonly string[]): boolean {
  const known = new Set(all);
  return some.every((item) => known.has(item));
}
