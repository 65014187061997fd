import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../testing/memoryDatabase.ts';
import { planSlices } from './planSlices.ts';

const MINUTE = 60_000;

const database = memoryDatabase();

/** So many series, each with a sample every second minute. */
async function fill(series: number, minutes: number): Promise<void> {
  await database.connection.run(
    `INSERT INTO samples SELECT s + 1, t * ${MINUTE}, 1 FROM range(0, ${minutes}, 2) t(t), range(${series}) s(s)`,
  );
}

describe('planSlices', () => {
  it('cuts everything into slices that meet, newest first, and counts the rows of each series', async () => {
    await fill(100_000, 22);
    const request = { fromMs: -5, beforeMs: 30 * MINUTE, maxRows: Number.POSITIVE_INFINITY };
    const { slices, rowCounts } = await planSlices(database.connection, request);
    expect(slices).toEqual([
      { fromMs: 12 * MINUTE, beforeMs: 30 * MINUTE },
      { fromMs: 2 * MINUTE, beforeMs: 12 * MINUTE },
      { fromMs: -5, beforeMs: 2 * MINUTE },
    ]);
    expect([rowCounts.size, rowCounts.get(1)]).toEqual([100_000, 11]);
  });

  it('ends before more rows than may be read, and counts no others', async () => {
    await fill(10, 20);
    const request = { fromMs: 0, beforeMs: 20 * MINUTE };
    const { slices, rowCounts } = await planSlices(database.connection, { ...request, maxRows: 45 });
    expect(slices).toEqual([{ fromMs: 12 * MINUTE, beforeMs: 20 * MINUTE }]);
    expect(rowCounts.get(7)).toBe(4);
    expect((await planSlices(database.connection, { ...request, maxRows: 9 })).slices).toEqual([]);
  });

  it('covers a time without rows', async () => {
    const request = { fromMs: 100, beforeMs: 200, maxRows: 1 };
    expect(await planSlices(database.connection, request)).toEqual({
      slices: [{ fromMs: 100, beforeMs: 200 }],
      rowCounts: new Map(),
    });
  });
});
