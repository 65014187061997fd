import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../scripts/dev/run.mjs';
import { bin } from '../../scripts/dev/workspace.mjs';
import { root, withPlanted } from './withPlanted.ts';

const manifest = {
  name: '@glasspane/core',
  version: '0.0.0',
  type: 'module',
  exports: { '.': './dist/index.js' },
  dependencies: { zod: '4' },
};

const copies = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(root, name), 'utf8')]));

it('finds files, exports and dependencies that nothing uses, and dependencies that are not declared', async () => {
  const files = {
    'package.json': JSON.stringify({ name: 'planted', private: true, workspaces: ['packages/*'] }),
    // The compiler's options say which source a built file comes from.
    ...copies('knip.json', 'tsconfig.base.json', 'packages/core/tsconfig.json'),
    'packages/core/package.json': JSON.stringify(manifest),
    'packages/core/src/index.ts': "export { a } from './a.ts';\n",
    'packages/core/src/a.ts': "import { x } from 'left-pad';\nexport const a = x;\nexport const unused = 1;\n",
    'packages/core/src/orphan.ts': 'export const orphan = 1;\n',
  };
  const found = await withPlanted(files, async (folder) => {
    const args = ['--no-progress', '--reporter', 'compact', '--no-config-hints'];
    const { code, output } = await run(bin('knip'), args, { cwd: folder, capture: true });
    return { code, output };
  });
  expect(found.code).toBe(1);
  for (const name of ['packages/core/src/orphan.ts', 'unused', 'zod', 'left-pad']) expect(found.output).toContain(name);
});
