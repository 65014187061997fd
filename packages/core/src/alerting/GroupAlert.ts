import type { StoredAlert } from './StoredAlert.ts';

/** An alert of a group at the moment when it is looked at. */
export interface GroupAlert {
  readonly alert: StoredAlert;
  readonly isResolved: boolean;
  readonly isMuted: boolean;
}
