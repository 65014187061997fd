/** A value of OpenTelemetry, as JSON can hold it: bytes as base64, large integers as text. */
export type OtlpValue =
  | string
  | number
  | boolean
  | null
  | readonly OtlpValue[]
  | { readonly [name: string]: OtlpValue };

/** One attribute. */
export type OtlpAttribute = readonly [name: string, value: OtlpValue];

/** One log record. */
export interface OtlpLogRecord {
  /** Nanoseconds since the epoch; 0 where the source did not say. */
  readonly timeNs: bigint;
  /** When it was collected, in nanoseconds since the epoch; 0 where nobody said. */
  readonly observedNs: bigint;
  /** 1 to 24, as in OpenTelemetry's data model; 0 where it is not known. */
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: OtlpValue;
  readonly attributes: readonly OtlpAttribute[];
  /** Hexadecimal; empty where there is none. */
  readonly traceId: string;
  readonly spanId: string;
  readonly eventName: string;
}

/** The records of one resource and one scope. */
export interface OtlpLogGroup {
  readonly resource: readonly OtlpAttribute[];
  readonly scopeName: string;
  readonly records: readonly OtlpLogRecord[];
}
