import { type DocumentIssue, InvalidDocumentError } from '@glasspane/core';

// Enough to mend a program by; a batch may have as many faults as samples.
const MAX_LISTED = 50;

/** Collects what is wrong with a request, so that its sender hears of everything at once. */
export class Faults {
  readonly #issues: DocumentIssue[] = [];

  add(path: string, message: string): void {
    this.#issues.push({ path, message });
  }

  /** Adds the faults of a document that stands at a place of the request. */
  addAll(path: string, error: InvalidDocumentError): void {
    for (const issue of error.issues) this.add(issue.path === '' ? path : `${path}.${issue.path}`, issue.message);
  }

  /** @throws {@link InvalidDocumentError} When there is any. */
  throwIfAny(what: string): void {
    const more = this.#issues.length - MAX_LISTED;
    if (this.#issues.length === 0) return;
    const listed = this.#issues.slice(0, MAX_LISTED);
    const rest = more > 0 ? [{ path: '', message: `and ${more} more faults` }] : [];
    throw new InvalidDocumentError(what, [...listed, ...rest]);
  }
}
