import { expect, it } from 'vitest';
import { findForbiddenWords } from './words.mjs';

it('finds paths of one machine and hosts of registries, not paths of an API or of a package', () => {
  const text = [
    'see /wo' + 'rk/main/file.ts',
    `"/ho${''}me/someone/x"`,
    'https://registry.np' + 'mjs.org/x',
    'network/work/x, ./work/x and https://example.com/work/x',
    'GET /api/v1/query',
  ];
  expect(findForbiddenWords(text.join('\n'))).toEqual([
    { line: 1, why: 'a path of one machine' },
    { line: 2, why: 'a path of one machine' },
    { line: 3, why: 'the host of a package registry' },
  ]);
});
