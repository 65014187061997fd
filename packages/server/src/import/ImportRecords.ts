import { BIGINT, BOOLEAN, DOUBLE, type DuckDBConnection, VARCHAR } from '@duckdb/node-api';
import type { Database } from '../store/database.ts';
import type { FileIdentity, FileProgress, KnownImport } from './ImportTarget.ts';

const CREATE = `CREATE TABLE IF NOT EXISTS imports (
  path VARCHAR PRIMARY KEY, size BIGINT NOT NULL, modified DOUBLE NOT NULL, digest VARCHAR NOT NULL,
  "offset" BIGINT NOT NULL, lines BIGINT NOT NULL, samples BIGINT NOT NULL, duplicates BIGINT NOT NULL,
  refused BIGINT NOT NULL, is_done BOOLEAN NOT NULL)`;
const FIND = `SELECT size::DOUBLE, modified, digest, "offset"::DOUBLE, lines::DOUBLE, samples::DOUBLE,
  duplicates::DOUBLE, refused::DOUBLE, is_done FROM imports WHERE path = $1`;
const PUT = 'INSERT OR REPLACE INTO imports VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

/** How far files have been imported, in the database beside what was imported of them. */
export class ImportRecords {
  readonly #database: Database;

  private constructor(database: Database) {
    this.#database = database;
  }

  static async open(database: Database): Promise<ImportRecords> {
    await database.write((connection) => connection.run(CREATE));
    return new ImportRecords(database);
  }

  async find({ path, size, modifiedMs, digest }: FileIdentity): Promise<KnownImport> {
    const result = await this.#database.read((connection) => connection.runAndReadAll(FIND, [path], [VARCHAR]));
    const [row] = result.getRows();
    if (row === undefined) return { type: 'new' };
    const [knownSize, modified, knownDigest, offset, lines, samples, duplicates, refused, isDone] = row;
    const progress: FileProgress = {
      offset: Number(offset),
      lines: Number(lines),
      samples: Number(samples),
      duplicates: Number(duplicates),
      refused: Number(refused),
      isDone: isDone === true,
    };
    const isSame = knownSize === size && modified === modifiedMs && knownDigest === digest;
    return { type: isSame ? 'known' : 'changed', progress };
  }

  /** Writes how far a file has come, in the transaction of the caller. */
  async put(connection: DuckDBConnection, identity: FileIdentity, progress: FileProgress): Promise<void> {
    const { path, size, modifiedMs, digest } = identity;
    const { offset, lines, samples, duplicates, refused, isDone } = progress;
    const counts = [offset, lines, samples, duplicates, refused].map(BigInt);
    await connection.run(
      PUT,
      [path, BigInt(size), modifiedMs, digest, ...counts, isDone],
      [VARCHAR, BIGINT, DOUBLE, VARCHAR, ...counts.map(() => BIGINT), BOOLEAN],
    );
  }
}
