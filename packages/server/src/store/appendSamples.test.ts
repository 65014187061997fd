import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../testing/memoryDatabase.ts';
import { appendSamples, type SampleRowColumns } from './appendSamples.ts';

const database = memoryDatabase();

async function append(columns: SampleRowColumns): Promise<void> {
  const appender = await database.connection.createAppender('samples');
  try {
    appendSamples(appender, columns);
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

async function stored(): Promise<unknown> {
  return (await database.connection.runAndReadAll('SELECT * FROM samples ORDER BY rowid')).getRows();
}

describe('appendSamples', () => {
  it('keeps every whole number as a time, every number as a value, and markers as NULL', async () => {
    const times = [0, 1, -1, 2 ** 32, -(2 ** 32), 2 ** 32 - 1, -(2 ** 32) - 1, 1_700_000_000_123];
    times.push(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
    const values = [0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324, 1, 2, 3, 4];
    await append({
      seriesIds: Uint32Array.from(times, (_, row) => 4_294_967_295 - row),
      times: Float64Array.from(times),
      values: Float64Array.from(values),
      stale: Uint8Array.from(times, (_, row) => (row === 6 ? 1 : 0)),
      length: times.length,
    });
    expect(await stored()).toEqual(
      times.map((time, row) => [4_294_967_295 - row, BigInt(time), row === 6 ? null : values[row]]),
    );
  });

  it('takes as many rows as are meant, over several chunks', async () => {
    const length = 5000;
    const times = Float64Array.from({ length: length + 100 }, (_, row) => row * 15_000);
    const stale = Uint8Array.from(times, (_, row) => (row % 1000 === 999 ? 1 : 0));
    await append({ seriesIds: new Uint32Array(length + 100).fill(7), times, values: times, stale, length });
    expect(await stored()).toEqual(
      Array.from({ length }, (_, row) => [7, BigInt(row * 15_000), row % 1000 === 999 ? null : row * 15_000]),
    );
  });

  it.each([1e300, -1e19, Number.NaN, Number.POSITIVE_INFINITY])('refuses the time %d', async (time) => {
    const columns = {
      seriesIds: Uint32Array.of(1),
      times: Float64Array.of(time),
      values: Float64Array.of(1),
      length: 1,
    };
    await expect(append(columns)).rejects.toThrow(`${time} is no time that the database can keep`);
  });
});
