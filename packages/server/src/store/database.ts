import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { createSchema } from './schema.ts';
import { closedError, messageOf, StoreOpenError } from './storeErrors.ts';

/** The durable layer: one DuckDB file, which belongs to one process. */
export interface Database {
  /** The only connection that writes. */
  readonly writer: DuckDBConnection;
  /** Runs a read on a connection of its own, so that reads neither wait for writes nor for each other. */
  read<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult>;
  /** Breaks off the reads that run, writes everything into the file and lets go of it. */
  close(): Promise<void>;
}

const FILE_NAME = 'samples.duckdb';
// Sorting spills to disk beyond it; the default would be four fifths of the machine's memory.
const MEMORY_LIMIT = '512MB';
const THREADS = '2';

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
    instance = await DuckDBInstance.create(join(folder, FILE_NAME), { memory_limit: MEMORY_LIMIT, threads: THREADS });
    const writer = await instance.connect();
    await createSchema(writer);
    return createDatabase(instance, writer);
  } catch (error) {
    instance?.closeSync();
    throw toOpenError(folder, error);
  }
}

function createDatabase(instance: DuckDBInstance, writer: DuckDBConnection): Database {
  const reads = new Set<Promise<unknown>>();
  const connections = new Set<DuckDBConnection>();
  let isClosing = false;

  async function run<TResult>(task: (connection: DuckDBConnection) => Promise<TResult>): Promise<TResult> {
    const connection = await instance.connect();
    connections.add(connection);
    try {
      if (isClosing) throw closedError();
      return await task(connection);
    } finally {
      connections.delete(connection);
      connection.closeSync();
    }
  }

  return {
    writer,
    async read(task) {
      if (isClosing) throw closedError();
      const reading = run(task);
      reads.add(reading);
      return await reading.finally(() => reads.delete(reading));
    },
    async close() {
      isClosing = true;
      for (const connection of connections) connection.interrupt();
      await Promise.allSettled(reads);
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
