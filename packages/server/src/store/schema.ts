import type { DuckDBConnection } from '@duckdb/node-api';
import { StoreOpenError } from './storeErrors.ts';

const VERSION = 1;

// No primary key on samples: an index costs a multiple of the write, and the first of several rows for one time is found
// when reading, by the order of rows. Staleness markers are NULL, because NaN is a value.
const STATEMENTS = [
  'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)',
  'CREATE TABLE IF NOT EXISTS series (id UINTEGER NOT NULL, labels VARCHAR NOT NULL)',
  'CREATE TABLE IF NOT EXISTS samples (series_id UINTEGER NOT NULL, time BIGINT NOT NULL, value DOUBLE)',
  'CREATE TABLE IF NOT EXISTS metadata (name VARCHAR PRIMARY KEY, descriptor VARCHAR NOT NULL)',
];

/** Makes the tables where they are missing. */
export async function createSchema(connection: DuckDBConnection): Promise<void> {
  for (const statement of STATEMENTS) await connection.run(statement);
  const [row] = (await connection.runAndReadAll('SELECT max(version) FROM schema_version')).getRows();
  const version = row?.[0] ?? null;
  if (version === null) {
    await connection.run(`INSERT INTO schema_version VALUES (${VERSION})`);
  } else if (version !== VERSION) {
    throw new StoreOpenError(
      'unavailable',
      `The data folder has the form ${version}, and this version of the server reads form ${VERSION} only. Use the version that wrote it.`,
    );
  }
}
