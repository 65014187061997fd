import { describe, expect, it } from 'vitest';
import { lintPlanted } from './lintPlanted.ts';

const importing = (specifier: string): string => `import { x } from '${specifier}';\nexport const y = x;\n`;

/** What the linter says of one import in one file, undeclared dependencies apart. */
async function findings(file: string, specifier: string): Promise<readonly string[]> {
  const found = await lintPlanted({ [file]: importing(specifier) });
  return found.filter((line) => !line.includes(' noUndeclaredDependencies:'));
}

describe('a border between packages', () => {
  it.each([
    ['packages/promql/src/a.ts', '@glasspane/core', 'promql is a leaf'],
    ['packages/promql/src/a.ts', 'zod', 'promql is a leaf'],
    ['packages/promql/src/a.ts', 'node:fs', 'promql is a leaf'],
    ['packages/promql/src/syntax/a.ts', '../evaluate/b.ts', 'the parser never imports the evaluator'],
    ['packages/core/src/a/b.ts', '@glasspane/promql', 'never the evaluator'],
    ['packages/core/src/a/b.ts', '@glasspane/adapters/memory', 'core imports nothing of Glasspane but'],
    ['packages/core/src/a/b.ts', '@glasspane/react', 'core imports nothing of Glasspane but'],
    ['packages/core/src/a/b.ts', 'glasspane-server', 'core imports nothing of Glasspane but'],
    ['packages/core/src/a/b.ts', 'react', 'core has no user interface'],
    ['packages/core/src/a/b.ts', 'node:crypto', 'noNodejsModules'],
    ['packages/adapters/src/memory/a.ts', '@glasspane/react', 'adapters import core and promql only'],
    ['packages/adapters/src/memory/a.ts', '../prometheus/b.ts', 'Adapters never import each other'],
    ['packages/adapters/src/server/a/b.ts', '../../memory/b.ts', 'Adapters never import each other'],
    ['packages/adapters/src/server/a.ts', '@glasspane/adapters/prometheus', 'Adapters never import each other'],
    ['packages/adapters/src/prometheus/a.ts', 'node:http', 'noNodejsModules'],
    ['packages/react/src/a.tsx', '@glasspane/adapters/memory', 'react imports nothing of Glasspane but'],
    ['packages/react/src/a.tsx', '@glasspane/promql/syntax', 'react imports nothing of Glasspane but'],
    ['packages/react/src/a.tsx', 'node:fs', 'noNodejsModules'],
    ['packages/server/src/a.ts', '@glasspane/react', 'The server has no user interface'],
    ['packages/server/src/a.ts', 'react', 'The server has no user interface'],
  ])('keeps %s from importing %s', async (file, specifier, message) => {
    const found = await findings(file, specifier);
    expect(found.join('\n').toLowerCase()).toContain(message.toLowerCase());
  });

  it.each([
    ['packages/promql/src/evaluate/a.ts', '../syntax/b.ts'],
    ['packages/core/src/a/b.ts', '@glasspane/promql/syntax'],
    ['packages/core/src/a/b.ts', 'zod'],
    ['packages/adapters/src/memory/a.ts', '@glasspane/promql'],
    ['packages/adapters/src/memory/a.ts', '@glasspane/core'],
    ['packages/adapters/src/memory/a.ts', '../internal/b.ts'],
    ['packages/react/src/a.tsx', '@glasspane/core'],
    ['packages/react/src/a.tsx', '@visx/vendor/d3-scale'],
    ['packages/server/src/a.ts', '@glasspane/adapters/memory'],
    ['packages/server/src/a.ts', '@glasspane/react/export'],
    ['packages/server/src/a.ts', 'node:fs'],
  ])('lets %s import %s', async (file, specifier) => {
    expect(await findings(file, specifier)).toEqual([]);
  });

  it('needs a dependency to be declared', async () => {
    expect(await lintPlanted({ 'packages/core/src/a.ts': importing('left-pad') })).toEqual([
      "packages/core/src/a.ts noUndeclaredDependencies: Dependency left-pad isn't specified in packages/core/package.json.",
    ]);
  });
});
