import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PackedPackage, withPackedPackages } from '../../scripts/dev/check/packPackages.mjs';
import { type Consumer, installConsumer } from './installConsumer.ts';

/** Holds the tarballs until the tests are done with them. */
function packOnce(): Promise<{ packed: readonly PackedPackage[]; release(): void }> {
  return new Promise((resolve, reject) => {
    withPackedPackages((packed) => new Promise<void>((release) => resolve({ packed, release }))).catch(reject);
  });
}

const reacts = [
  {
    name: 'React 19, as a full stack',
    isBrowserOnly: false,
    dependencies: { react: '19.3.1', 'react-dom': '19.3.1', '@types/react': '19.3.0', '@types/react-dom': '19.3.0' },
  },
  {
    name: 'React 18, in the browser only',
    isBrowserOnly: true,
    dependencies: { react: '18.3.1', 'react-dom': '18.3.1', '@types/react': '^18.3.0', '@types/react-dom': '^18.3.0' },
  },
];

describe('the packed packages', () => {
  let pack: Awaited<ReturnType<typeof packOnce>>;

  beforeAll(async () => {
    pack = await packOnce();
  });
  afterAll(() => pack?.release());

  describe.each(reacts)('installed with $name', ({ isBrowserOnly, dependencies }) => {
    let consumer: Consumer;

    beforeAll(async () => {
      consumer = await installConsumer({ packed: pack.packed, isBrowserOnly, dependencies });
    }, 240_000);
    afterAll(() => consumer?.remove());

    it.each(['NodeNext', 'Bundler'] as const)('have types that hold under %s', async (moduleResolution) => {
      expect(await consumer.checkTypes(moduleResolution)).toBe('');
    });

    it('render on the server without a warning', async () => {
      const { code, output } = await consumer.run('node', 'render.mjs');
      expect([code, output.slice(0, 1)]).toEqual([0, '{']);
      const rendered = JSON.parse(output);
      expect(rendered).toEqual({
        react: dependencies.react,
        chart: expect.stringContaining('Requests a second'),
        dashboard: expect.stringContaining('CPU of all hosts'),
        view: expect.stringMatching(/<svg[\s\S]*<path/),
        warnings: [],
      });
    });

    it('bring each package once', async () => {
      const { code, output } = await consumer.run('npm', 'ls', '--all', '--json');
      expect(code).toBe(0);
      const { dependencies: tree } = JSON.parse(output);
      const versions = new Map<string, Set<string>>();
      collectVersions(tree, versions);
      const several = ['react', 'react-dom', '@tanstack/query-core', '@glasspane/core', '@glasspane/promql'].filter(
        (name) => (versions.get(name)?.size ?? 0) > 1,
      );
      expect(several).toEqual([]);
    });

    it('are imported by Node', async () => {
      const entries = [
        '@glasspane/promql',
        '@glasspane/promql/syntax',
        '@glasspane/core',
        '@glasspane/core/client',
        '@glasspane/adapters/alertmanager',
        '@glasspane/adapters/client',
        '@glasspane/adapters/memory',
        '@glasspane/adapters/prometheus',
        '@glasspane/adapters/server',
        '@glasspane/react',
        '@glasspane/react/export',
        ...(isBrowserOnly ? [] : ['glasspane-server']),
      ];
      const script = `for (const entry of ${JSON.stringify(entries)}) {
        if (Object.keys(await import(entry)).length === 0) console.log(entry + ' exports nothing');
      }`;
      expect(await consumer.run('node', '--input-type=module', '-e', script)).toEqual({ code: 0, output: '' });
    });

    it('carry their stylesheet, schemas and licence', async () => {
      const script = `
        import fs from 'node:fs';
        import { createRequire } from 'node:module';
        const { resolve } = createRequire(process.cwd() + '/x.js');
        const css = fs.readFileSync(resolve('@glasspane/react/styles.css'), 'utf8');
        const schema = JSON.parse(fs.readFileSync(resolve('@glasspane/core/schema/dashboard.schema.json'), 'utf8'));
        const licence = fs.readFileSync('node_modules/@glasspane/core/LICENSE', 'utf8');
        console.log(css.includes('@layer glasspane'), /@import\\s/.test(css), typeof schema.$schema, licence.includes('Apache License'));`;
      const { output } = await consumer.run('node', '--input-type=module', '-e', script);
      expect(output).toBe('true false string true\n');
    });

    if (isBrowserOnly) return;

    it('export without a browser', async () => {
      const { code, output } = await consumer.run('node', 'export.mjs');
      expect([code, output]).toEqual([0, 'pdf %PDF\npng PNG\nsvg <?xm\ncsv Widg\n']);
    });

    it('start the server by name', async () => {
      const { code, output } = await consumer.run('npx', '--no-install', 'glasspane-server', '--help');
      expect(code).toBe(0);
      expect(output).toMatch(/--data/);
    });
  });
});

interface Tree {
  readonly [name: string]: { readonly version?: string; readonly dependencies?: Tree };
}

function collectVersions(tree: Tree | undefined, versions: Map<string, Set<string>>): void {
  for (const [name, { version, dependencies }] of Object.entries(tree ?? {})) {
    if (version !== undefined) versions.set(name, (versions.get(name) ?? new Set()).add(version));
    collectVersions(dependencies, versions);
  }
}
