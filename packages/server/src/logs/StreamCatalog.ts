import { compileMatchers, type Labels, type Matcher } from '@glasspane/promql';

/** A set of labels that lines belong to. */
export interface LogStream {
  readonly id: number;
  readonly labels: Labels;
}

/** All streams, in memory. */
export class StreamCatalog {
  readonly #byKey = new Map<string, LogStream>();
  readonly #byId = new Map<number, LogStream>();
  #lastId = 0;

  get size(): number {
    return this.#byId.size;
  }

  add(stream: LogStream): void {
    this.#byKey.set(streamKey(stream.labels), stream);
    this.#byId.set(stream.id, stream);
    this.#lastId = Math.max(this.#lastId, stream.id);
  }

  remove(ids: Iterable<number>): void {
    for (const id of ids) {
      const stream = this.#byId.get(id);
      if (stream === undefined) continue;
      this.#byId.delete(id);
      this.#byKey.delete(streamKey(stream.labels));
    }
  }

  find(key: string): LogStream | undefined {
    return this.#byKey.get(key);
  }

  get(id: number): LogStream | undefined {
    return this.#byId.get(id);
  }

  /** Returns a number that no stream has had. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  select(matchers: readonly Matcher[]): readonly LogStream[] {
    const isWanted = compileMatchers(matchers);
    return [...this.#byId.values()].filter(({ labels }) => isWanted(labels));
  }

  all(): Iterable<LogStream> {
    return this.#byId.values();
  }
}

/** Names a set of labels, whatever their order. */
export function streamKey(labels: Labels): string {
  return JSON.stringify(Object.entries(sortedLabels(labels)));
}

/** Returns the labels in the order of their names, without empty ones, which are none. */
export function sortedLabels(labels: Labels): Labels {
  const present = Object.entries(labels).filter(([, value]) => value !== '');
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}
