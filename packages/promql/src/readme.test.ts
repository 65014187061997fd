import fs from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
const examples = ['evaluate', 'rewrite', 'limits'];
const textOf = (name: string): string => fs.readFileSync(path.join(root, `test/readme/${name}.ts`), 'utf8');

afterEach(() => {
  vi.restoreAllMocks();
});

it('shows the examples that are compiled here, and no others', () => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code);
  expect(shown).toEqual(examples.map(textOf));
});

it('prints what the example of an evaluation says', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('../test/readme/evaluate.ts');
  expect(log.mock.calls).toEqual([[[30_000, 45_000], { job: 'api' }, [1, 1.5], []]]);
  expect(textOf('evaluate')).toContain("// [30000, 45000] { job: 'api' } [1, 1.5] []");
});

it('prints what the example of rewriting says', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import('../test/readme/rewrite.ts');
  const comments = [...textOf('rewrite').matchAll(/^\/\/ (.*)$/gm)].map(([, text]) => [text]);
  expect(log.mock.calls).toEqual(comments);
});

it('answers, and tells errors apart, as the example of limits does', async () => {
  const { ask } = await import('../test/readme/limits.ts');
  const source = { select: () => Array.from({ length: 10_001 }, (_, index) => seriesOf(String(index))) };
  expect(await ask('1 + 1', source)).toBe('scalar');
  expect(await ask('sum(', source)).toMatch(/^1:5: parse error: .*: characters \d+ to \d+$/);
  expect(await ask('up', source)).toMatch(/^too_many_series: .*10001 series/);
  expect(await ask('up', { select: () => [seriesOf('a')] })).toBe('1 series');
});

function seriesOf(job: string) {
  return { labels: { __name__: 'up', job }, times: Float64Array.of(Date.now() - 1000), values: Float64Array.of(1) };
}
