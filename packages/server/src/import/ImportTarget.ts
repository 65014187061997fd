import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';

/** Samples on their way in, in columns and in the order of the file. */
export interface ImportedSamples {
  /** What {@link ImportTarget.seriesFor} returned. */
  readonly series: Uint32Array;
  /** Milliseconds since the epoch, whole numbers. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly length: number;
}

/** What a line says of a metric. */
export type MetricNews = Pick<MetricDescriptor, 'name'> & Partial<MetricDescriptor>;

/** By what a file is known again. */
export interface FileIdentity {
  /** The absolute path. */
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** A hash of its beginning and its end, and of the options that decide what its lines mean. */
  readonly digest: string;
}

/** How far the import of a file has come. */
export interface FileProgress {
  /** Behind the last line that was dealt with, in bytes of the uncompressed text. */
  readonly offset: number;
  readonly lines: number;
  readonly samples: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly isDone: boolean;
}

/** What becomes durable together. */
export interface ImportBatch {
  readonly samples: ImportedSamples;
  readonly metadata: readonly MetricNews[];
  /** Left out where a file cannot be taken up again. */
  readonly identity: FileIdentity | undefined;
  /** Without the duplicates of this batch. */
  readonly progress: FileProgress;
}

/** What is on record of a file. */
export type KnownImport =
  | { readonly type: 'new' }
  | { readonly type: 'changed'; readonly progress: FileProgress }
  | { readonly type: 'known'; readonly progress: FileProgress };

/** Where an import goes. */
export interface ImportTarget {
  /** Whether it remembers how far files have come, and counts duplicates. */
  readonly hasRecords: boolean;
  /** How many samples are best written together. */
  readonly batchSamples: number;
  /** Returns the number of a series, a small whole number; the same for the same labels. */
  seriesFor(labels: Labels): number;
  /**
   * Makes a batch durable. What it is handed may be used again once the promise resolves; batches do not overlap.
   *
   * @returns How many samples were left out because their series has one for the time.
   */
  write(batch: ImportBatch): Promise<number>;
  find(identity: FileIdentity): Promise<KnownImport>;
  close(): Promise<void>;
}
