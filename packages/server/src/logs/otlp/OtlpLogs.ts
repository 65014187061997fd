import type { Attribute } from '../../otlp/readAttributes.ts';

/** One log record. */
export interface OtlpLogRecord {
  /** Nanoseconds since the epoch; 0 where the source did not say. */
  readonly timeNs: bigint;
  /** When it was collected, in nanoseconds since the epoch; 0 where nobody said. */
  readonly observedNs: bigint;
  /** 1 to 24, as in OpenTelemetry's data model; 0 where it is not known. */
  readonly severityNumber: number;
  readonly severityText: string;
  /** As JSON where it is no text. */
  readonly body: string;
  readonly attributes: readonly Attribute[];
  /** Hexadecimal; empty where there is none. */
  readonly traceId: string;
  readonly spanId: string;
  readonly eventName: string;
}

/** The records of one resource and one scope. */
export interface OtlpLogGroup {
  readonly resource: readonly Attribute[];
  readonly scopeName: string;
  readonly records: readonly OtlpLogRecord[];
}
