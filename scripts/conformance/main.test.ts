import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main.ts';

const good = 'load 1m\n  x 1 2\n\neval instant at 1m x\n  x 2\n';
const bad = 'load 1m\n  x 1 2\n\neval instant at 1m x\n  x 3\n\neval instant at 1m x + 1\n  {} 3\n';
const native = 'load 1m\n  x {{count:1 sum:1}}\n\neval instant at 0 x\n  x {{count:1 sum:1}}\n';

describe('npm run conformance', () => {
  let folder: string;
  const file = (name: string, content: string): string => {
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
    return target;
  };
  const conformance = async (...args: readonly string[]): Promise<{ code: number; lines: readonly string[] }> => {
    const lines: string[] = [];
    return { code: await main(args, folder, (line) => lines.push(line)), lines };
  };

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-conformance-'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  it('runs the files directly within a folder and counts their cases', async () => {
    file('a.test', good);
    file('b.test', good);
    file('native/c.test', native);
    file('notes.txt', 'no test');
    expect(await conformance(folder)).toEqual({ code: 0, lines: ['2 passed, 0 failed'] });
    expect(await conformance()).toEqual({ code: 0, lines: ['2 passed, 0 failed'] });
  });

  it('prints failing cases with file and line before the counts', async () => {
    const b = file('b.test', bad);
    const { code, lines } = await conformance(file('a.test', good), b);
    expect([code, lines.at(-1)]).toEqual([1, '2 passed, 1 failed']);
    expect(lines[0]).toContain(`${b}:4: x\n`);
  });

  it.each([
    ['the folder that is named', (): readonly string[] => ['--native', folder]],
    ['the default folder', (): readonly string[] => ['--native']],
    ['the native folder itself', (): readonly string[] => [path.join(folder, 'native'), '--native']],
  ])('runs the native histograms of %s, and nothing else', async (_, args) => {
    file('a.test', good);
    const c = file('native/c.test', native);
    const { code, lines } = await conformance(...args());
    expect(lines).toEqual([`${c}:4: x\n    native histograms are not supported`, '0 passed, 1 failed']);
    expect(code).toBe(1);
  });

  it.each([
    ['a path that does not exist', (): string => path.join(folder, 'nothing'), /^Cannot read .*nothing: .*ENOENT/],
    [
      'a folder without test files',
      (): string => path.dirname(file('empty/notes.txt', '')),
      /no \.test files in .*empty/,
    ],
    [
      'a file in another format',
      (): string => file('odd.test', 'evaluate this\n'),
      /^Cannot run .*odd\.test: cannot read/,
    ],
    ['an option that does not exist', (): string => '--all', /^There is no option --all/],
  ])('says what is wrong with %s, runs the rest and fails', async (_, problem, message) => {
    const { code, lines } = await conformance(problem(), file('good/a.test', good));
    expect(lines).toEqual([expect.stringMatching(message), '1 passed, 0 failed']);
    expect(code).toBe(1);
  });
});
