import type { Labels } from '@glasspane/promql';

const MAX_TEXTS = 100_000;

/**
 * Remembers the labels that a target wrote in its last expositions, by how it wrote them: a target writes nearly the same
 * every time. The same series gets the same object again.
 */
export class LabelCache {
  #last = new Map<string, Labels>();
  #current = new Map<string, Labels>();
  readonly #texts = new Map<string, string>();

  /** Begins an exposition; forgets what the last one no longer had. */
  begin(): void {
    this.#last = this.#current;
    this.#current = new Map();
    if (this.#texts.size > MAX_TEXTS) this.#texts.clear();
  }

  /** @param source - The series as the target writes it. */
  get(source: string): Labels | undefined {
    const known = this.#current.get(source);
    if (known !== undefined) return known;
    const old = this.#last.get(source);
    if (old !== undefined) this.#current.set(source, old);
    return old;
  }

  /** Returns the same labels, in an object that is kept. */
  add(source: string, labels: Labels): Labels {
    const kept = Object.fromEntries(
      Object.entries(labels).map(([name, value]) => [this.#keep(name), this.#keep(value)]),
    );
    this.#current.set(Buffer.from(source).toString(), kept);
    return kept;
  }

  /** A part that V8 cuts out of a text keeps the whole text in memory: what lasts must be a copy. */
  #keep(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text).toString();
    this.#texts.set(copy, copy);
    return copy;
  }
}
