import type { ExpositionFormat } from '../collect/exposition/parseExposition.ts';

/** How files are imported. */
export interface ImportOptions {
  /** Left out: what each file looks like. */
  readonly format: ExpositionFormat | undefined;
  /** The time of samples that come without one, in milliseconds; left out, they are refused. */
  readonly timestampMs: number | undefined;
  /** Whether the first line that cannot be taken ends the import. */
  readonly isStrict: boolean;
  /** Whether files are read from the beginning that were imported before, in part or whole. */
  readonly shouldRestart: boolean;
  /** How long the server will keep samples. */
  readonly retentionMs: number;
}
