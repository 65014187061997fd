import type { Labels } from '@glasspane/promql/syntax';

/**
 * An alert as people are told of it.
 *
 * @public
 */
export interface NotifiedAlert {
  readonly fingerprint: string;
  readonly status: 'firing' | 'resolved';
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startsAtMs: number;
  /** Milliseconds since the epoch; left out while it fires. */
  readonly endsAtMs?: number | undefined;
  readonly generatorUrl?: string | undefined;
}

/**
 * What people are told of a group of alerts, before it is put in the words of a channel.
 *
 * @public
 */
export interface Notification {
  readonly receiver: string;
  readonly groupKey: string;
  readonly groupLabels: Labels;
  /** `firing` while any alert fires. */
  readonly status: 'firing' | 'resolved';
  readonly alerts: readonly NotifiedAlert[];
  /** The incident of the group, where it has one. */
  readonly incidentId?: string | undefined;
}

/** Returns the entries that all of some records have in common. */
export function commonEntries(records: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  const [first, ...others] = records;
  if (first === undefined) return {};
  const shared = Object.entries(first).filter(([name, value]) =>
    others.every((record) => Object.hasOwn(record, name) && record[name] === value),
  );
  return Object.fromEntries(shared);
}
