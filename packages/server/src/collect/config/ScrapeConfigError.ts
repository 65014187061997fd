import { InvalidDocumentError } from '@glasspane/core';

/** One fault of a configuration file. */
export interface ConfigIssue {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/**
 * The server's configuration file has faults. The message lists every one as `file:line:column: message`, one a line, in
 * the order of the file.
 */
export class ScrapeConfigError extends InvalidDocumentError {
  override readonly name: string = 'ScrapeConfigError';

  constructor(fileName: string, issues: readonly ConfigIssue[]) {
    const sorted = [...issues].sort((a, b) => a.line - b.line || a.column - b.column);
    super(
      'configuration',
      sorted.map(({ line, column, message }) => ({ path: `${fileName}:${line}:${column}`, message })),
    );
  }
}
