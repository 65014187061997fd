import { GlasspaneError } from './GlasspaneError.ts';

/**
 * One fault of a document, at one place in it.
 *
 * @public
 */
export interface DocumentIssue {
  /** Where, as one would write it in JavaScript: `widgets[3].queries[0].expr`; empty for the document itself. */
  readonly path: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/**
 * A document from outside (a dashboard, a widget's options, an alert rule …) does not have the form it must have. The
 * message lists every issue as `path: message`, one a line.
 *
 * @public
 */
export class InvalidDocumentError extends GlasspaneError {
  override readonly name: string = 'InvalidDocumentError';
  /** Every fault that was found, in document order; at least one. */
  readonly issues: readonly DocumentIssue[];

  constructor(what: string, issues: readonly DocumentIssue[]) {
    const lines = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
    super('invalid', `Invalid ${what}:\n${lines.join('\n')}`);
    this.issues = issues;
  }
}
