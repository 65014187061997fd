import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../testing/memoryDatabase.ts';
import { countRows, type RowsRequest, readRows } from './readRows.ts';

type Row = readonly [seriesId: number, time: number, value: number | null];

const ALWAYS = { fromMs: Number.NEGATIVE_INFINITY, beforeMs: Number.POSITIVE_INFINITY };

const database = memoryDatabase();

async function insert(rows: readonly Row[]): Promise<void> {
  await database.connection.run(
    `INSERT INTO samples VALUES ${rows.map((row) => `(${row.map(String).join()})`).join()}`,
  );
}

async function read(request: RowsRequest = ALWAYS, check: (count: number) => void = () => undefined): Promise<unknown> {
  // What is read stays in a transaction until the connection is closed.
  const reader = await database.connect();
  const rows = await readRows(reader, request, check).finally(() => reader.closeSync());
  return Array.from(rows.spans(), ({ seriesId, times, values, stale }) => [
    seriesId,
    Array.from(times, (time, row) => [time, stale?.[row] === 1 ? 'stale' : values[row]]),
  ]);
}

describe('readRows', () => {
  it('returns the rows of each series in the order of time, whatever their order', async () => {
    await insert([
      [2, 10, 1],
      [1, 20, 2],
      [1, 10, 3],
      [2, 20, null],
      [9, 10, 5],
      [1, 15, 6],
      [2, 30, 7],
    ]);
    expect(await read()).toEqual([
      [
        1,
        [
          [10, 3],
          [15, 6],
          [20, 2],
        ],
      ],
      [
        2,
        [
          [10, 1],
          [20, 'stale'],
          [30, 7],
        ],
      ],
      [9, [[10, 5]]],
    ]);
  });

  it('takes the first of several rows for one time', async () => {
    await insert([
      [1, 10, 1],
      [1, 10, 2],
      [2, 10, null],
      [2, 20, 4],
      [2, 10, 5],
      [2, 20, null],
    ]);
    expect(await read()).toEqual([
      [1, [[10, 1]]],
      [
        2,
        [
          [10, 'stale'],
          [20, 4],
        ],
      ],
    ]);
  });

  it('reads the series and times that are asked for, and counts them first', async () => {
    await insert([1, 2, 3].flatMap((id) => [10, 20, 30].map((time): Row => [id, time, id * time])));
    const counted: number[] = [];
    const request = { seriesIds: [1, 3], fromMs: 20, beforeMs: 30 };
    expect(await read(request, (count) => counted.push(count))).toEqual([
      [1, [[20, 20]]],
      [3, [[20, 60]]],
    ]);
    expect(new Set(counted)).toEqual(new Set([2]));
    expect(await countRows(database.connection, { ...request, beforeMs: 31 })).toEqual({
      seriesIds: Uint32Array.of(1, 3),
      counts: Uint32Array.of(2, 2),
    });
  });

  it('stops where the check says so, before it has read', async () => {
    await insert([[1, 10, 1]]);
    const refuse = (): void => {
      throw new Error('too much');
    };
    await expect(read(ALWAYS, refuse)).rejects.toThrow('too much');
  });

  it('hands out one array of times for neighbours that share them, and finds series by any number', async () => {
    const ids = [1, 5_000_000, 4_294_967_295];
    await insert(ids.flatMap((id) => [10, 20].map((time): Row => [id, time, id])));
    const spans = [...(await readRows(database.connection, ALWAYS, () => undefined)).spans()];
    expect(spans.map(({ seriesId, values }) => [seriesId, ...values])).toEqual(ids.map((id) => [id, id, id]));
    expect(new Set(spans.map(({ times }) => times)).size).toBe(1);
  });

  it('answers alike for few series, for many and for all', async () => {
    await database.connection.run(
      'INSERT INTO samples SELECT s, (t * 7919) % 50, t FROM range(60) t(t), range(150) s(s)',
    );
    const everything = await read();
    for (const few of [[], [3], [5, 140]]) {
      const expected = (everything as [number][]).filter(([id]) => few.includes(id));
      expect(await read({ ...ALWAYS, seriesIds: few })).toEqual(expected);
    }
    const many = Array.from({ length: 120 }, (_, id) => id + 10);
    const expected = (everything as [number][]).filter(([id]) => many.includes(id));
    expect(await read({ ...ALWAYS, seriesIds: many })).toEqual(expected);
  });

  it('reads more than one chunk of each kind', async () => {
    await database.connection.run(
      'INSERT INTO samples SELECT s, t, s + t / 1e6 FROM range(10000) t(t), range(3) s(s) ORDER BY t, s',
    );
    await database.connection.run('INSERT INTO samples SELECT 1, t, -1 FROM range(20000) t(t) ORDER BY random()');
    const spans = [...(await readRows(database.connection, ALWAYS, () => undefined)).spans()];
    expect(spans.map(({ times }) => times.length)).toEqual([10_000, 20_000, 10_000]);
    expect(spans[1]?.times).toEqual(Float64Array.from({ length: 20_000 }, (_, time) => time));
    expect(spans[1]?.values).toEqual(
      Float64Array.from({ length: 20_000 }, (_, time) => (time < 10_000 ? 1 + time / 1e6 : -1)),
    );
  });
});
