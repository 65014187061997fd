import { type DocumentIssue, InvalidDocumentError } from '@glasspane/core';

// Enough to mend a program by; a batch may have as many faults as samples.
const MAX_LISTED = 50;

/** Collects what is wrong with a request, so that its sender hears of everything at once. */
export class Faults {
  readonly #issues: DocumentIssue[] = [];
  #more = 0;

  add(path: string, message: string): void {
    if (this.#issues.length < MAX_LISTED) this.#issues.push({ path, message });
    else this.#more += 1;
  }

  /** Adds the faults of a document that stands at a place of the request. */
  addAll(path: string, error: InvalidDocumentError): void {
    for (const issue of error.issues) this.add(issue.path === '' ? path : `${path}.${issue.path}`, issue.message);
  }

  /** @throws {@link InvalidDocumentError} When there is any. */
  throwIfAny(what: string): void {
    if (this.#issues.length === 0) return;
    const rest = this.#more > 0 ? [{ path: '', message: `and ${this.#more} more faults` }] : [];
    throw new InvalidDocumentError(what, [...this.#issues, ...rest]);
  }
}
