import { describe, expect, it } from 'vitest';
import { createMemoryAnnotations } from './createMemoryAnnotations.ts';

const wide = { startMs: 0, endMs: 1000 };

describe('createMemoryAnnotations', () => {
  it('lists what touches a time range, by its begin', async () => {
    const annotations = createMemoryAnnotations();
    await annotations.create({ id: 'late', timeMs: 900, text: 'late' });
    await annotations.create({ id: 'long', timeMs: 100, endMs: 500, text: 'long' });
    await annotations.create({ id: 'before', timeMs: 100, text: 'before' });
    const ids = async (startMs: number, endMs: number): Promise<readonly string[]> =>
      (await annotations.list({ startMs, endMs })).map(({ id }) => id);
    expect(await ids(0, 1000)).toEqual(['long', 'before', 'late']);
    expect(await ids(500, 900)).toEqual(['long', 'late']);
    expect(await ids(501, 899)).toEqual([]);
  });

  it('lists those of a dashboard and of all dashboards, with all the tags', async () => {
    const annotations = createMemoryAnnotations();
    const made = await annotations.create({ timeMs: 1, text: 'a', dashboardId: 'one', tags: ['deploy', 'api'] });
    await annotations.create({ timeMs: 2, text: 'b', dashboardId: 'two', tags: ['deploy'] });
    await annotations.create({ timeMs: 3, text: 'c' });
    const texts = async (more: object): Promise<readonly string[]> =>
      (await annotations.list({ ...wide, ...more })).map(({ text }) => text);
    expect(await texts({ dashboardId: 'one' })).toEqual(['a', 'c']);
    expect(await texts({ tags: ['deploy'] })).toEqual(['a', 'b']);
    expect(await texts({ tags: ['deploy', 'api'] })).toEqual(['a']);
    await annotations.delete(made.id);
    expect(await texts({ dashboardId: 'one' })).toEqual(['c']);
    await expect(annotations.delete(made.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses an end before the begin, and an id that is taken', async () => {
    const annotations = createMemoryAnnotations();
    await expect(annotations.create({ timeMs: 2, endMs: 1, text: '' })).rejects.toMatchObject({ code: 'invalid' });
    await annotations.create({ id: 'x', timeMs: 2, text: '' });
    await expect(annotations.create({ id: 'x', timeMs: 2, text: '' })).rejects.toMatchObject({ code: 'conflict' });
  });
});
