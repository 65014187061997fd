import { mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInput } from './openInput.ts';

const TEXT = Array.from({ length: 200_000 }, (_, line) => `a{x="${line}"} ${line} 1700000000\n`).join('');
const NOTHING = Readable.from([]);
const { signal: SIGNAL } = new AbortController();

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glasspane-input-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk));
  return Buffer.concat(all).toString();
}

describe('openInput', () => {
  it.each([
    ['plain', TEXT, TEXT],
    // Two files put together are one, as for gunzip.
    ['gzip', TEXT, Buffer.concat([gzipSync(TEXT.slice(0, 1000)), gzipSync(TEXT.slice(1000))])],
    ['empty', '', ''],
  ])('reads a %s file from any place on', async (name, text, content) => {
    const path = await file(name, content);
    for (const offset of [0, 1_500_000]) {
      const input = await openInput(path, NOTHING, SIGNAL);
      expect(text.startsWith(input.head)).toBe(true);
      expect(input.head.length).toBe(Math.min(text.length, 1 << 18));
      expect(await textOf(input.read(offset))).toBe(text.slice(offset));
      expect(input.bytesRead()).toBe(name === 'empty' ? offset : input.size);
    }
  });

  it.each([
    ['plain', Buffer.from(TEXT)],
    ['compressed', gzipSync(TEXT)],
  ])('reads a %s stream, which is nowhere known again', async (_, content) => {
    const parts = [content.subarray(0, 1), content.subarray(1, 700), content.subarray(700)];
    const input = await openInput('-', Readable.from(parts), SIGNAL);
    expect(input).toMatchObject({ name: '-', size: undefined, tail: undefined });
    expect(input.identify('x')).toBeUndefined();
    expect(await textOf(input.read(0))).toBe(TEXT);
    expect(input.bytesRead()).toBe(content.length);
  });

  it('shows the end of a plain file', async () => {
    expect(
      (await openInput(await file('end', `${TEXT}# EOF\n`), NOTHING, SIGNAL)).tail?.endsWith('1700000000\n# EOF\n'),
    ).toBe(true);
  });

  it('knows a file again until its size, time, beginning or end is another, or it is read in another way', async () => {
    const path = await file('same', TEXT);
    await utimes(path, 1_700_000_000, 1_700_000_000);
    const identify = async (options = 'o') => (await openInput(path, NOTHING, SIGNAL)).identify(options);
    const before = await identify();
    expect(before).toMatchObject({ path, size: TEXT.length, modifiedMs: 1_700_000_000_000 });
    expect(await identify()).toEqual(before);
    expect(await identify('other')).not.toEqual(before);
    await utimes(path, 1_700_000_000, 1_700_000_001);
    expect(await identify()).not.toEqual(before);
    await writeFile(path, TEXT.replace('a{x="199999"} 199999', 'b{x="199999"} 199999'));
    await utimes(path, 1_700_000_000, 1_700_000_000);
    expect(await identify()).not.toEqual(before);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    await expect(openInput(join(folder, 'none'), NOTHING, SIGNAL)).rejects.toThrow(/none cannot be read: ENOENT/);
    await expect(openInput(folder, NOTHING, SIGNAL)).rejects.toThrow(`${folder} cannot be read: it is a folder`);
  });

  it('fails where a compressed file ends too early', async () => {
    const path = await file('cut.gz', gzipSync(TEXT));
    await truncate(path, 300_000);
    const input = await openInput(path, NOTHING, SIGNAL);
    await expect(textOf(input.read(0))).rejects.toThrow('unexpected end of file');
  });
});
