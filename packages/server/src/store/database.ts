import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { createSchema } from './schema.ts';
import { closedError, messageOf, StoreOpenError } from './storeErrors.ts';

/** The durable layer: one DuckDB file, which belongs to one process. Nothing touches it once it is closed. */
export interface Database {
  /** Runs a task on the one connection that writes. Tasks that write do not overlap: the caller sees to it. */
  write<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult>;
  /** Runs a read on a connection of its own, so that reads neither wait for writes nor for each other. */
  read<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult>;
  /**
   * Runs a task in a transaction on a connection of its own: on disk when it resolves, undone when it rejects. Two of
   * them, or one and a `write`, may overlap where they change different tables; those that change the same one must not.
   */
  transaction<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult>;
  /** Breaks off the reads that run, waits for the write, and lets go of the file. */
  close(): Promise<void>;
}

const FILE_NAME = 'samples.duckdb';
const SETTINGS = {
  // Sorting spills to disk beyond it; the default would be four fifths of the machine's memory. What is asked for again and
  // again is in the head, so that a small cache does.
  memory_limit: '256MB',
  threads: '2',
  // Nothing is ever fetched from the network.
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Opens the database of a folder, and makes both where they are missing.
 *
 * @throws {@link StoreOpenError} When another process has it, or it cannot be read or written.
 */
export async function openDatabase(folder: string): Promise<Database> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StoreOpenError('unavailable', `The data folder ${folder} cannot be written to: ${messageOf(error)}`, {
      cause: error,
    });
  }
  let instance: DuckDBInstance | undefined;
  try {
    instance = await DuckDBInstance.create(join(folder, FILE_NAME), SETTINGS);
    const writer = await instance.connect();
    await createSchema(writer);
    return createDatabase(instance, writer);
  } catch (error) {
    instance?.closeSync();
    throw toOpenError(folder, error);
  }
}

function createDatabase(instance: DuckDBInstance, writer: DuckDBConnection): Database {
  const running = new Set<Promise<unknown>>();
  const readers = new Set<DuckDBConnection>();
  let isClosed = false;

  // A connection that is closed under a running statement takes the process with it.
  async function track<TResult>(run: () => Promise<TResult>): Promise<TResult> {
    if (isClosed) throw closedError();
    const result = run();
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  }

  async function runReader<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult> {
    const connection = await instance.connect();
    readers.add(connection);
    try {
      if (isClosed) throw closedError();
      return await task(connection);
    } finally {
      readers.delete(connection);
      connection.closeSync();
    }
  }

  async function runTransaction<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult> {
    const connection = await instance.connect();
    try {
      await connection.run('BEGIN');
      const result = await task(connection);
      await connection.run('COMMIT');
      return result;
    } catch (error) {
      // A commit that failed has ended the transaction already, and then there is nothing to roll back.
      await connection.run('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      connection.closeSync();
    }
  }

  return {
    write: (task) => track(() => task(writer)),
    transaction: (task) => track(() => runTransaction(task)),
    read: (task) => track(() => runReader(task)),
    async close() {
      isClosed = true;
      for (const reader of readers) reader.interrupt();
      await Promise.allSettled(running);
      writer.closeSync();
      instance.closeSync();
    },
  };
}

function toOpenError(folder: string, error: unknown): StoreOpenError {
  if (error instanceof StoreOpenError) return error;
  const holder = /Conflicting lock is held[^(]*\(PID (\d+)\)/.exec(messageOf(error));
  if (holder !== null) {
    const message = `The data folder ${folder} is in use by process ${holder[1]}. Stop that process, or give this one another folder.`;
    return new StoreOpenError('conflict', message, { cause: error });
  }
  return new StoreOpenError('unavailable', `The data folder ${folder} cannot be opened: ${messageOf(error)}`, {
    cause: error,
  });
}
