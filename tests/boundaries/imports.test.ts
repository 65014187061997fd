import { describe, expect, it } from 'vitest';
import { type BuiltPackage, packageOf, readBuiltPackage } from './builtModules.ts';

/** What the built files of a package import, each package once. */
function importedPackages({ imports }: BuiltPackage): readonly string[] {
  const names = [...imports.values()].flat().flatMap((specifier) => packageOf(specifier) ?? []);
  return [...new Set(names)].sort();
}

/** Which of Glasspane's own packages, and whether Node, a built package may import. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  promql: [],
  core: ['@glasspane/promql'],
  adapters: ['@glasspane/core', '@glasspane/promql'],
  react: ['@glasspane/core'],
  server: ['@glasspane/adapters', '@glasspane/core', '@glasspane/promql', '@glasspane/react', 'node'],
};

describe.each(Object.keys(allowed))('the built package %s', (name) => {
  it('imports only the packages of Glasspane that it may', async () => {
    const own = importedPackages(await readBuiltPackage(name)).filter((it) => /^@?glasspane|^node$/.test(it));
    expect(own.filter((it) => !allowed[name]?.includes(it))).toEqual([]);
  });

  it('declares every package that it imports', async () => {
    const built = await readBuiltPackage(name);
    const { dependencies, peerDependencies } = built.manifest;
    const declared = new Set(['node', ...Object.keys({ ...dependencies, ...peerDependencies })]);
    expect(importedPackages(built).filter((it) => !declared.has(it))).toEqual([]);
  });

  it('imports its own files by relative path, with their ending', async () => {
    const { imports } = await readBuiltPackage(name);
    const relative = [...imports.values()].flat().filter((specifier) => specifier.startsWith('.'));
    expect(relative.filter((specifier) => !/\.(?:js|json)$/.test(specifier))).toEqual([]);
  });

  it('carries no test along', async () => {
    const { imports } = await readBuiltPackage(name);
    expect([...imports.keys()].filter((file) => /\.test[.-]/.test(file))).toEqual([]);
  });
});

describe('inside the built packages', () => {
  it('core takes only the syntax of promql', async () => {
    const { imports } = await readBuiltPackage('core');
    const taken = [...imports.values()].flat().filter((specifier) => specifier.startsWith('@glasspane/promql'));
    expect([...new Set(taken)]).toEqual(['@glasspane/promql/syntax']);
  });

  it('the server takes only the export of react', async () => {
    const { imports } = await readBuiltPackage('server');
    const taken = [...imports.values()].flat().filter((specifier) => specifier.startsWith('@glasspane/react'));
    expect([...new Set(taken)]).toEqual(['@glasspane/react/export']);
  });

  it('adapters never import each other', async () => {
    const { imports } = await readBuiltPackage('adapters');
    const adapters = ['alertmanager', 'memory', 'prometheus', 'server', 'testkit'];
    const crossing = [...imports].flatMap(([file, specifiers]) => {
      const from = file.split('/')[1];
      return specifiers
        .filter((specifier) => {
          const to = new URL(specifier, `file:///${file}`).pathname.split('/')[2];
          return (
            specifier.startsWith('.') && adapters.includes(from ?? '') && to !== from && adapters.includes(to ?? '')
          );
        })
        .map((specifier) => `${file} → ${specifier}`);
    });
    expect(crossing).toEqual([]);
  });
});
