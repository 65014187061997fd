import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const here = new URL('.', import.meta.url);

it('the specification and the suites know the same rules', async () => {
  const spec = await readFile(new URL('SPEC.md', here), 'utf8');
  const specified = [...spec.matchAll(/^\| ([A-Z]\d+(?:, [A-Z]\d+)*) \|/gm)].flatMap(([, ids = '']) => ids.split(', '));
  const suites = new URL('suites/', here);
  const sources = await Promise.all((await readdir(suites)).map((file) => readFile(new URL(file, suites), 'utf8')));
  const tested = sources.flatMap((source) => [...source.matchAll(/rule\(\s*'([A-Z]\d+)'/g)].map(([, id]) => id));
  expect(tested.sort()).toEqual(specified.sort());
  expect(new Set(tested).size).toBe(tested.length);
});
