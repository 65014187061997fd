import type { Labels } from '@glasspane/promql/syntax';
import type { PostedAlert } from './PostedAlert.ts';

/**
 * An alert as it is known from all reports of it.
 *
 * @public
 */
export interface StoredAlert {
  readonly fingerprint: string;
  readonly labels: Labels;
  readonly annotations: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly startsAtMs: number;
  /** When it is over: it is resolved from then on. Milliseconds since the epoch. */
  readonly endsAtMs: number;
  /** Whether `endsAtMs` is only the resolve timeout after the last report. */
  readonly isTimeout: boolean;
  /** When it was reported last, in milliseconds since the epoch. */
  readonly updatedAtMs: number;
  readonly generatorUrl?: string | undefined;
  /** The receivers that its origin named; left out where the routes choose. */
  readonly receivers?: readonly string[] | undefined;
  /** The ids of the groups that it is in. */
  readonly groups: readonly string[];
}

/** Returns whether an alert is over at a time. */
export function isResolvedAt({ endsAtMs }: Pick<StoredAlert, 'endsAtMs'>, nowMs: number): boolean {
  return endsAtMs <= nowMs;
}

/** When alerts end that do not say so themselves. */
export interface ReportTime {
  readonly nowMs: number;
  readonly resolveTimeoutMs: number;
}

/** Returns an alert as one report tells of it; labels without a value are left out. */
export function toStoredAlert(
  posted: PostedAlert,
  fingerprint: string,
  { nowMs, resolveTimeoutMs }: ReportTime,
): StoredAlert {
  const { labels, annotations, startsAtMs, endsAtMs, generatorUrl, receivers } = posted;
  return {
    fingerprint,
    labels,
    annotations,
    startsAtMs,
    endsAtMs: endsAtMs ?? nowMs + resolveTimeoutMs,
    isTimeout: endsAtMs === undefined,
    updatedAtMs: nowMs,
    generatorUrl,
    receivers: receivers === undefined || receivers.length === 0 ? undefined : receivers,
    groups: [],
  };
}

/**
 * Joins a new report with what was known, by Alertmanager's rules: where they overlap in time it is one alert, which
 * began with the earlier of both; else the new one takes the place of the old one.
 */
export function mergeAlerts(old: StoredAlert, report: StoredAlert, nowMs: number): StoredAlert {
  const endsWithin = report.endsAtMs > old.startsAtMs && report.endsAtMs < old.endsAtMs;
  const startsWithin = report.startsAtMs > old.startsAtMs && report.startsAtMs < old.endsAtMs;
  if (!endsWithin && !startsWithin) return report;
  return {
    ...report,
    startsAtMs: Math.min(old.startsAtMs, report.startsAtMs),
    endsAtMs: keepsOldEnd(old, report, nowMs) ? Math.max(old.endsAtMs, report.endsAtMs) : report.endsAtMs,
  };
}

function keepsOldEnd(old: StoredAlert, report: StoredAlert, nowMs: number): boolean {
  return isResolvedAt(report, nowMs) ? isResolvedAt(old, nowMs) : !old.isTimeout;
}

// Reports of the same rule differ by how long its evaluation took.
const SAME_VALIDITY_MS = 5_000;

/**
 * Returns whether a newer report says only that the alert goes on. A crash may forget it: after a new start each alert is
 * given as long as its last report gave it.
 */
export function isSignOfLife(old: StoredAlert, next: StoredAlert): boolean {
  const validityOf = ({ endsAtMs, updatedAtMs }: StoredAlert): number => endsAtMs - updatedAtMs;
  const isSameEnd = old.endsAtMs === next.endsAtMs || Math.abs(validityOf(old) - validityOf(next)) <= SAME_VALIDITY_MS;
  return isSameEnd && next.endsAtMs > next.updatedAtMs && contentOf(old) === contentOf(next);
}

function contentOf({ endsAtMs: _, updatedAtMs: __, labels: ___, ...content }: StoredAlert): string {
  const annotations = Object.entries(content.annotations).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ ...content, annotations });
}
