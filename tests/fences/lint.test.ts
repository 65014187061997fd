import { describe, expect, it } from 'vitest';
import { lintPlanted } from './lintPlanted.ts';

/** The rules that one file breaks. */
async function rulesBroken(file: string, text: string): Promise<readonly string[]> {
  const found = await lintPlanted({ [file]: text });
  return found.map((line) => line.slice(file.length + 1));
}

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `  console.log(${i});`).join('\n');

describe('the linter', () => {
  it('refuses any', async () => {
    expect(await rulesBroken('packages/core/src/a.ts', 'export const parse = (text: any): string => text;\n')).toEqual([
      'noExplicitAny: Unexpected any. Specify a different type.',
    ]);
  });

  it('refuses a promise that nobody waits for', async () => {
    const text = 'const load = async (): Promise<void> => undefined;\nexport function start(): void {\n  load();\n}\n';
    expect(await rulesBroken('packages/server/src/a.ts', text)).toEqual([expect.stringMatching(/^noFloatingPromises/)]);
  });

  it('refuses a default export in a package', async () => {
    expect(await rulesBroken('packages/react/src/a.ts', 'export default 1;\n')).toEqual([
      'noDefaultExport: Avoid default exports.',
    ]);
  });

  it('refuses imports that go round in a circle', async () => {
    const found = await lintPlanted({
      'packages/core/src/a.ts': "import { b } from './b.ts';\nexport const a = (): unknown => b;\n",
      'packages/core/src/b.ts': "import { a } from './a.ts';\nexport const b = (): unknown => a;\n",
    });
    expect(found).toEqual([
      'packages/core/src/a.ts noImportCycles: This import is part of a cycle.',
      'packages/core/src/b.ts noImportCycles: This import is part of a cycle.',
    ]);
  });

  it.each(['core', 'promql'])('refuses that %s has a clock, randomness or timers of its own', async (name) => {
    const text =
      'export const now = (): unknown => [Date.now(), new Date(), Math.random(), setTimeout, fetch, console];\n';
    const found = await rulesBroken(`packages/${name}/src/a.ts`, text);
    expect(found.map((line) => line.split(':')[0])).toEqual([
      'noRestrictedGlobals',
      'noRestrictedGlobals',
      'noRestrictedGlobals',
      'plugin',
      'plugin',
      'plugin',
    ]);
  });

  it('refuses that a component fetches, keeps or prints anything', async () => {
    const text = "export const load = (): unknown => [fetch('/x'), localStorage];\nconsole.log(1);\n";
    const found = await rulesBroken('packages/react/src/a.ts', text);
    expect(found).toEqual([
      expect.stringMatching(/^noConsole/),
      expect.stringMatching(/^noRestrictedGlobals.*fetch/),
      expect.stringMatching(/^noRestrictedGlobals.*localStorage/),
    ]);
  });

  it.each([
    ['packages/server/src/a.ts', 400],
    ['packages/react/src/a.ts', 300],
  ])('refuses that %s has more than %i lines', async (file, max) => {
    const list = (count: number) => `export const list = [\n${'  1,\n'.repeat(count - 2)}];\n`;
    expect(await rulesBroken(file, list(max))).toEqual([]);
    expect(await rulesBroken(file, list(max + 1))).toEqual([expect.stringMatching(/^noExcessiveLinesPerFile/)]);
  });

  it.each([
    ['packages/server/src/a.ts', 80],
    ['packages/server/src/a.ts', 81],
  ])('holds functions of %s to 80 lines (%i)', async (file, count) => {
    const found = await rulesBroken(file, `export function long(): void {\n${lines(count)}\n}\n`);
    expect(found.length > 0).toBe(count > 80);
  });

  it('leaves tests their own ways', async () => {
    const text = "import { it } from 'vitest';\nit('takes time', () => void Date.now());\n";
    expect(await rulesBroken('packages/core/src/a.test.ts', text)).toEqual([]);
  });
});
