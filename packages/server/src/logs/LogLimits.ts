/** What one request, and the store as a whole, may hold. */
export interface LogLimits {
  readonly maxLineBytes: number;
  readonly maxLabels: number;
  readonly maxLabelNameLength: number;
  readonly maxLabelValueLength: number;
  readonly maxMetadataBytes: number;
  readonly maxEntriesPerRequest: number;
  readonly maxStreams: number;
  /** The most lines that one query may ask for. */
  readonly maxQueryLines: number;
  /** The most bytes of lines that one query may bring. */
  readonly maxQueryBytes: number;
}

/** Loki's own limits, where it has one. */
export const LOG_LIMITS: LogLimits = {
  maxLineBytes: 256 * 1024,
  maxLabels: 15,
  maxLabelNameLength: 1024,
  maxLabelValueLength: 2048,
  maxMetadataBytes: 64 * 1024,
  maxEntriesPerRequest: 50_000,
  maxStreams: 10_000,
  maxQueryLines: 5000,
  maxQueryBytes: 32 * 1024 * 1024,
};
