import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../store/database.ts';
import { DuckDbDocuments } from './DuckDbDocuments.ts';

const clock = { now: () => 1000 };

let folder: string;
let database: Database;
let documents: DuckDbDocuments;

async function open(): Promise<void> {
  database = await openDatabase(folder);
  documents = await DuckDbDocuments.open(database, clock);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-documents-'));
  await open();
});

afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

describe('DuckDbDocuments', () => {
  it('keeps what it was given over a restart, and forgets what was deleted', async () => {
    await documents.apply([
      { collection: 'rules', id: 'a', value: { text: 'ü"\n', list: [1, null] } },
      { collection: 'rules', id: 'b', value: 1 },
      { collection: 'others', id: 'a', value: 2 },
    ]);
    expect(await documents.apply([{ collection: 'rules', id: 'a', value: { n: 2 } }])).toEqual([2]);
    expect(await documents.apply([{ collection: 'rules', id: 'b' }])).toEqual([0]);
    await database.close();
    await open();
    expect(documents.list('rules')).toEqual([{ id: 'a', revision: 2, updatedMs: 1000, value: { n: 2 } }]);
    expect(documents.get('others', 'a')?.value).toBe(2);
    expect(documents.get('rules', 'b')).toBeUndefined();
  });

  it('makes all changes of a call or none, and says what was in the way', async () => {
    await documents.apply([{ collection: 'c', id: 'a', value: 1 }]);
    const changes = [
      { collection: 'c', id: 'new', value: 1 },
      { collection: 'c', id: 'a', value: 2, ifRevision: 7 },
    ];
    await expect(documents.apply(changes)).rejects.toMatchObject({ code: 'conflict' });
    await expect(documents.apply([{ collection: 'c', id: 'a', value: 2, ifRevision: 0 }])).rejects.toThrow(
      'exists already',
    );
    await expect(documents.apply([{ collection: 'c', id: 'x', value: 2, ifRevision: 3 }])).rejects.toThrow('deleted');
    expect(documents.list('c').map(({ id, value }) => [id, value])).toEqual([['a', 1]]);
  });

  it('lets one of several writers win who began from the same revision', async () => {
    await documents.apply([{ collection: 'c', id: 'a', value: 0 }]);
    const writers = [1, 2, 3].map((value) => documents.apply([{ collection: 'c', id: 'a', value, ifRevision: 1 }]));
    const results = await Promise.allSettled(writers);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(documents.get('c', 'a')).toMatchObject({ revision: 2, value: 1 });
  });

  it('changes nothing when the disk does not take it', async () => {
    await documents.apply([{ collection: 'c', id: 'a', value: 1 }]);
    await database.close();
    await expect(documents.apply([{ collection: 'c', id: 'a', value: 2 }])).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(documents.get('c', 'a')?.value).toBe(1);
    await open();
    expect(documents.get('c', 'a')?.value).toBe(1);
  });

  it('keeps what others put at the same time when one value cannot be kept', async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const results = await Promise.allSettled([
      documents.apply([{ collection: 'c', id: 'first', value: 1 }]),
      documents.apply([{ collection: 'c', id: 'bad', value: circular }]),
      documents.apply([{ collection: 'c', id: 'last', value: 2 }]),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(documents.list('c').map(({ id }) => id)).toEqual(['first', 'last']);
  });

  it('hands out values that nobody can change in place', async () => {
    const given = { list: [1] };
    await documents.apply([{ collection: 'c', id: 'a', value: given }]);
    given.list.push(2);
    const value = documents.get<{ list: number[] }>('c', 'a')?.value;
    expect(value).toEqual({ list: [1] });
    expect(() => value?.list.push(3)).toThrow(TypeError);
  });
});
