/** One document: JSON under a collection and an id. */
export interface StoredDocument<TValue = unknown> {
  readonly id: string;
  /** Counts the changes of the document, from 1. */
  readonly revision: number;
  /** Milliseconds since the epoch. */
  readonly updatedMs: number;
  /** As it was put; never to be changed in place. */
  readonly value: TValue;
}

/** A change of one document. Left out `value`: it is deleted. */
export interface DocumentChange {
  readonly collection: string;
  readonly id: string;
  readonly value?: unknown;
  /**
   * The revision that the document must have for the change to be made; 0 for one that must not exist yet. Left out:
   * whatever is there is replaced.
   */
  readonly ifRevision?: number | undefined;
}

/**
 * Where the server keeps everything that is no sample and no log line: dashboards, rules and their states, silences,
 * incidents, schedules, keys. All of it is in memory; what `apply` acknowledged survives `kill -9`.
 */
export interface DocumentStore {
  get<TValue>(collection: string, id: string): StoredDocument<TValue> | undefined;
  /** Returns the documents of a collection, by id. */
  list<TValue>(collection: string): readonly StoredDocument<TValue>[];
  /**
   * Makes all changes or none, in the order given; resolves once they are durable and visible. The changes of one call
   * are checked against what the calls before it left.
   *
   * @returns the revisions that the documents have now, 0 for deleted ones, in the order of the changes.
   * @throws {@link GlasspaneError} `conflict` when a document has another revision than a change asks for;
   * `unavailable` when the disk does not take it.
   */
  apply(changes: readonly DocumentChange[]): Promise<readonly number[]>;
}
