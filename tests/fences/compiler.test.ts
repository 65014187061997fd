import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../scripts/dev/run.mjs';
import { bin } from '../../scripts/dev/workspace.mjs';
import { root, withPlanted } from './withPlanted.ts';

/** What the compiler says of a file that lies in a package. */
function compilePlanted(name: string, text: string): Promise<readonly string[]> {
  const globals = path.join(root, `packages/${name}/src/globals.d.ts`);
  const config = {
    extends: path.join(root, `packages/${name}/tsconfig.json`),
    compilerOptions: { rootDir: '/', outDir: 'dist', tsBuildInfoFile: 'dist/.tsbuildinfo' },
    include: ['planted.ts', globals],
    references: [],
  };
  const files = { 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify(config), 'planted.ts': text };
  return withPlanted(files, async (folder) => {
    const { output } = await run(bin('tsc'), ['-p', folder, '--noEmit', '--pretty', 'false'], {
      cwd: folder,
      capture: true,
    });
    return output
      .split('\n')
      .filter((line) => line.includes('error'))
      .map((line) => line.replace(/^.*error /, ''));
  });
}

describe.each(['core', 'promql'])('the compiler keeps out of %s', (name) => {
  it.each([
    ['the DOM', 'export const title: string = document.title;', "Cannot find name 'document'"],
    ['Node', 'export const folder: string = process.cwd();', "Cannot find name 'process'"],
    ['timers', 'setTimeout(() => undefined, 1);\nexport {};', "Cannot find name 'setTimeout'"],
    ['fetch', "export const answer: unknown = fetch('/');", "Cannot find name 'fetch'"],
    ['newer JavaScript', 'export const sorted: number[] = [2, 1].toSorted();', "Property 'toSorted' does not exist"],
  ])('%s', async (_, text, message) => {
    expect(await compilePlanted(name, text)).toEqual([expect.stringContaining(message)]);
  });

  it('nothing that the language has', async () => {
    expect(await compilePlanted(name, 'export const one: bigint = 1n;\nexport type Stop = AbortSignal;')).toEqual([]);
  });
});

describe('the compiler', () => {
  it.each([
    ['an unchecked index', 'export const first = (list: readonly number[]): number => list[0];', 'TS2322'],
    ['an export without its type', 'export const first = (list: readonly number[]) => list.length;', 'TS9'],
    ['undefined for an optional property', 'export const x: { a?: number } = { a: undefined };', 'TS2375'],
    ['an enum', 'export enum Kind {\n  A,\n}', 'TS1294'],
  ])('refuses %s', async (_, text, code) => {
    expect((await compilePlanted('core', text)).join('\n')).toContain(code);
  });
});
