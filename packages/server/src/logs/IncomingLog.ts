import type { Labels } from '@glasspane/promql';

/** One log line as it came from outside, checked by nobody yet. */
export interface IncomingLog {
  /** The labels of its stream. */
  readonly labels: Labels;
  /** Nanoseconds since the epoch. */
  readonly timeNs: bigint;
  readonly line: string;
  /** What is known of this line alone: Loki's structured metadata, OpenTelemetry's attributes. */
  readonly metadata?: Labels | undefined;
}
