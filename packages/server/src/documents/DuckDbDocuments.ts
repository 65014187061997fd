import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { type Clock, GlasspaneError } from '@glasspane/core';
import type { Database } from '../store/database.ts';
import { GroupCommit } from '../store/GroupCommit.ts';
import { messageOf } from '../store/storeErrors.ts';
import type { DocumentChange, DocumentStore, StoredDocument } from './DocumentStore.ts';

interface Pending {
  readonly changes: readonly DocumentChange[];
  revisions: readonly number[];
  conflict: GlasspaneError | undefined;
}

type Collections = Map<string, Map<string, StoredDocument>>;
/** What a group of calls leaves of each document that it touches; `undefined` for a deleted one. */
type Outcome = Map<string, { readonly change: DocumentChange; readonly document: StoredDocument | undefined }>;

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS documents (
  collection VARCHAR NOT NULL, id VARCHAR NOT NULL, revision INTEGER NOT NULL, updated BIGINT NOT NULL, value VARCHAR NOT NULL
)`;

/** Documents in the server's database, with a copy of all of them in memory. */
export class DuckDbDocuments implements DocumentStore {
  readonly #database: Database;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #collections: Collections = new Map();
  readonly #commits = new GroupCommit<Pending>((group) => this.#commit(group));

  private constructor(database: Database, clock: Pick<Clock, 'now'>) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Makes the table where it is missing, and reads all documents. */
  static async open(database: Database, clock: Pick<Clock, 'now'>): Promise<DuckDbDocuments> {
    const documents = new DuckDbDocuments(database, clock);
    const rows = await database.transaction(async (connection) => {
      await connection.run(CREATE_TABLE);
      const result = await connection.runAndReadAll('SELECT collection, id, revision, updated, value FROM documents');
      return result.getRows();
    });
    for (const [collection, id, revision, updatedMs, value] of rows) {
      documents.#collection(String(collection)).set(String(id), {
        id: String(id),
        revision: Number(revision),
        updatedMs: Number(updatedMs),
        value: JSON.parse(String(value)),
      });
    }
    return documents;
  }

  get<TValue>(collection: string, id: string): StoredDocument<TValue> | undefined {
    return this.#collections.get(collection)?.get(id) as StoredDocument<TValue> | undefined;
  }

  list<TValue>(collection: string): readonly StoredDocument<TValue>[] {
    const documents = [...(this.#collections.get(collection)?.values() ?? [])] as StoredDocument<TValue>[];
    return documents.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async apply(changes: readonly DocumentChange[]): Promise<readonly number[]> {
    // Before it joins others: what JSON cannot hold must fail its own call only.
    const copies = changes.map((change) => ({ ...change, value: frozenCopy(change.value) }));
    const pending: Pending = { changes: copies, revisions: [], conflict: undefined };
    await this.#commits.add(pending);
    if (pending.conflict !== undefined) throw pending.conflict;
    return pending.revisions;
  }

  async #commit(group: readonly Pending[]): Promise<void> {
    const outcome: Outcome = new Map();
    for (const pending of group) this.#plan(pending, outcome);
    if (outcome.size === 0) return;
    try {
      await this.#database.transaction((connection) => writeOutcome(connection, outcome));
    } catch (error) {
      throw new GlasspaneError(
        'unavailable',
        `The change could not be written to disk and was not made: ${messageOf(error)}. Free space or repair the disk, then try again.`,
        { cause: error },
      );
    }
    for (const { change, document } of outcome.values()) {
      const collection = this.#collection(change.collection);
      if (document === undefined) collection.delete(change.id);
      else collection.set(change.id, document);
    }
  }

  /** Adds what one call does to the outcome of its group, unless it conflicts. */
  #plan(pending: Pending, outcome: Outcome): void {
    const own: Outcome = new Map();
    const revisions: number[] = [];
    for (const change of pending.changes) {
      const key = keyOf(change);
      const planned = own.get(key) ?? outcome.get(key);
      const present = planned === undefined ? this.get(change.collection, change.id) : planned.document;
      const revision = present?.revision ?? 0;
      if (change.ifRevision !== undefined && change.ifRevision !== revision) {
        pending.conflict = conflictOf(change, revision);
        return;
      }
      const document =
        change.value === undefined
          ? undefined
          : { id: change.id, revision: revision + 1, updatedMs: this.#clock.now(), value: change.value };
      own.set(key, { change, document });
      revisions.push(document?.revision ?? 0);
    }
    for (const [key, entry] of own) outcome.set(key, entry);
    pending.revisions = revisions;
  }

  #collection(name: string): Map<string, StoredDocument> {
    const known = this.#collections.get(name);
    if (known !== undefined) return known;
    const made = new Map<string, StoredDocument>();
    this.#collections.set(name, made);
    return made;
  }
}

function keyOf({ collection, id }: DocumentChange): string {
  return JSON.stringify([collection, id]);
}

function conflictOf({ collection, id, ifRevision }: DocumentChange, revision: number): GlasspaneError {
  if (ifRevision === 0)
    return new GlasspaneError('conflict', `"${id}" exists already in ${collection}; take another id.`);
  const found = revision === 0 ? 'it was deleted meanwhile' : `it has revision ${revision} by now`;
  return new GlasspaneError(
    'conflict',
    `"${id}" in ${collection} was to have revision ${ifRevision}, and ${found}. Load it again and repeat the change.`,
  );
}

/** Returns the value as it will be read after a restart, so that nobody relies on what JSON cannot hold. */
function frozenCopy(value: unknown): unknown {
  if (value === undefined) return undefined;
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => Object.freeze(part));
}

/** Deletes and inserts all rows in two statements, whatever their number. */
async function writeOutcome(connection: DuckDBConnection, outcome: Outcome): Promise<void> {
  const entries = [...outcome.values()];
  const texts = LIST(VARCHAR);
  await connection.run(
    `DELETE FROM documents USING (SELECT unnest($1) AS collection, unnest($2) AS id) AS gone
     WHERE documents.collection = gone.collection AND documents.id = gone.id`,
    [listValue(entries.map(({ change }) => change.collection)), listValue(entries.map(({ change }) => change.id))],
    [texts, texts],
  );
  const kept = entries.flatMap(({ change, document }) => (document === undefined ? [] : [{ change, document }]));
  if (kept.length === 0) return;
  await connection.run(
    'INSERT INTO documents SELECT unnest($1), unnest($2), unnest($3)::INTEGER, unnest($4)::BIGINT, unnest($5)',
    [
      listValue(kept.map(({ change }) => change.collection)),
      listValue(kept.map(({ change }) => change.id)),
      listValue(kept.map(({ document }) => String(document.revision))),
      listValue(kept.map(({ document }) => String(Math.round(document.updatedMs)))),
      listValue(kept.map(({ document }) => JSON.stringify(document.value))),
    ],
    [texts, texts, texts, texts, texts],
  );
}
