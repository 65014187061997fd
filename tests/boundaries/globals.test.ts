import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../scripts/dev/run.mjs';
import { bin } from '../../scripts/dev/workspace.mjs';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));

/**
 * Returns the names in built files that the language itself does not have: the compiler reads the JavaScript with nothing
 * but the library of ES2022.
 */
async function unknownNames(folder: string): Promise<readonly string[]> {
  const config = {
    compilerOptions: {
      allowJs: true,
      checkJs: true,
      noEmit: true,
      strict: false,
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'ESNext',
      moduleResolution: 'Bundler',
      noResolve: true,
      types: [],
    },
    include: [`${folder}/**/*.js`],
    exclude: [],
  };
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-globals-'));
  try {
    fs.writeFileSync(path.join(temporary, 'tsconfig.json'), JSON.stringify(config));
    const { output } = await run(bin('tsc'), ['-p', temporary, '--pretty', 'false'], { capture: true });
    return output.split('\n').filter((line) => /Cannot find name|Cannot find namespace/.test(line));
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

describe.each(['promql', 'core'])('the built package %s', (name) => {
  it('uses nothing of the DOM and nothing of Node', async () => {
    expect(await unknownNames(path.join(packages, name, 'dist'))).toEqual([]);
  });
});

it('is a check that sees globals', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-planted-'));
  fs.writeFileSync(path.join(folder, 'a.js'), 'export const all = [document, process, setTimeout, Math, Map];\n');
  const found = await unknownNames(folder);
  fs.rmSync(folder, { recursive: true });
  expect(found.map((line) => line.match(/'(\w+)'/)?.[1])).toEqual(['document', 'process', 'setTimeout']);
});
