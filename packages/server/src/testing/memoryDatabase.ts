import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach } from 'vitest';
import { createSchema } from '../store/schema.ts';

/** A database of the test that runs. */
export interface MemoryDatabase {
  readonly connection: DuckDBConnection;
  /** Makes another connection, which the caller closes. */
  connect(): Promise<DuckDBConnection>;
}

/** Gives each test of a file a database of its own, in memory, with the tables of the store. */
export function memoryDatabase(): MemoryDatabase {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeEach(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await createSchema(connection);
  });
  afterEach(() => {
    connection.closeSync();
    instance.closeSync();
  });
  return {
    get connection() {
      return connection;
    },
    connect: () => instance.connect(),
  };
}
