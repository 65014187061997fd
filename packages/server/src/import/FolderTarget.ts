import type { DuckDBConnection } from '@duckdb/node-api';
import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { type Database, openDatabase } from '../store/database.ts';
import { importRows } from '../store/importRows.ts';
import { loadMetadata } from '../store/loadCatalog.ts';
import { seriesKey } from '../store/SeriesCatalog.ts';
import type { SeriesRow } from '../store/tableWrites.ts';
import { ImportRecords } from './ImportRecords.ts';
import type { FileIdentity, ImportBatch, ImportTarget, KnownImport, MetricNews } from './ImportTarget.ts';
import { SeriesTimes } from './SeriesTimes.ts';
import { splitSamples } from './splitSamples.ts';

/** Writes into the data folder of a server that does not run. */
export class FolderTarget implements ImportTarget {
  readonly hasRecords = true;
  // More would take more memory, and fewer leave shorter runs of each series on the disk.
  readonly batchSamples = 1_000_000;
  readonly #database: Database;
  readonly #records: ImportRecords;
  readonly #metadata: Map<string, MetricDescriptor>;
  readonly #numbers = new Map<string, number>();
  /** The number of each series in the database, by its number here. */
  readonly #ids: number[] = [];
  readonly #times = new SeriesTimes();
  #newSeries: SeriesRow[] = [];
  #nextId = 1;

  private constructor(database: Database, records: ImportRecords, metadata: Map<string, MetricDescriptor>) {
    this.#database = database;
    this.#records = records;
    this.#metadata = metadata;
  }

  /** @throws {@link StoreOpenError} When another process has the folder, or it cannot be used. */
  static async open(folder: string): Promise<FolderTarget> {
    const database = await openDatabase(folder);
    try {
      const records = await ImportRecords.open(database);
      const target = new FolderTarget(database, records, await database.read(loadMetadata));
      await database.read((connection) => target.#load(connection));
      return target;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  seriesFor(labels: Labels): number {
    const key = seriesKey(labels);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const id = this.#nextId;
    this.#newSeries.push({ id, labels });
    return this.#add(key, id);
  }

  async write({ samples, metadata, identity, progress }: ImportBatch): Promise<number> {
    const rows = {
      series: this.#newSeries,
      metadata: metadata.map((news) => this.#describe(news)),
      ...splitSamples(samples, this.#times, this.#ids),
    };
    this.#newSeries = [];
    return this.#database.transaction(async (connection) => {
      const duplicates = await importRows(connection, rows);
      if (identity !== undefined) {
        await this.#records.put(connection, identity, { ...progress, duplicates: progress.duplicates + duplicates });
      }
      return duplicates;
    });
  }

  find(identity: FileIdentity): Promise<KnownImport> {
    return this.#records.find(identity);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #load(connection: DuckDBConnection): Promise<void> {
    const series = await connection.runAndReadAll('SELECT id, labels FROM series ORDER BY id');
    const numberOf = new Map<number, number>();
    for (const [id, labels] of series.getRows()) {
      if (typeof id !== 'number' || typeof labels !== 'string') continue;
      numberOf.set(id, this.#add(seriesKey(JSON.parse(labels)), id));
    }
    const times = await connection.runAndReadAll(
      'SELECT series_id, min(time)::DOUBLE, max(time)::DOUBLE FROM samples GROUP BY series_id',
    );
    for (const [id, firstMs, lastMs] of times.getRows()) {
      const number = numberOf.get(Number(id));
      if (number !== undefined) this.#times.noteStored(number, Number(firstMs), Number(lastMs));
    }
  }

  #add(key: string, id: number): number {
    const number = this.#ids.length;
    this.#numbers.set(key, number);
    this.#ids.push(id);
    this.#nextId = Math.max(this.#nextId, id + 1);
    return number;
  }

  /** What a file says last is what counts; what it does not say stays as it was. */
  #describe(news: MetricNews): MetricDescriptor {
    const descriptor: MetricDescriptor = { ...(this.#metadata.get(news.name) ?? { type: 'unknown' }), ...news };
    this.#metadata.set(news.name, descriptor);
    return descriptor;
  }
}
