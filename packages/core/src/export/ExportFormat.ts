/**
 * A form in which a dashboard or widget leaves.
 *
 * @public
 */
export type ExportFormat = 'pdf' | 'png' | 'svg' | 'csv' | 'json';

/**
 * A file that an export made.
 *
 * @public
 */
export interface ExportedFile {
  /** A name to save it under, with its ending; safe on every system. */
  readonly fileName: string;
  /** The media type. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}
