import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What one built package consists of. */
export interface BuiltPackage {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The specifiers of the imports of each JavaScript file, by its path below the package. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * Reads the imports of a package as it would be published.
 *
 * @param name - The package's folder.
 */
export async function readBuiltPackage(name: string): Promise<BuiltPackage> {
  const folder = fileURLToPath(new URL(`../../packages/${name}`, import.meta.url));
  const dist = path.join(folder, 'dist');
  const files = fs.existsSync(dist) ? fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }) : [];
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => path.join(dist, file));
  if (scripts.length === 0) throw new Error(`packages/${name} is not built: run npm run build`);
  // Bundling into nothing makes esbuild parse every file and say what it imports.
  const { metafile } = await build({
    entryPoints: scripts,
    absWorkingDir: folder,
    outdir: 'unused',
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return {
    folder,
    manifest: JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')),
    imports: new Map(
      Object.entries(metafile.inputs).map(([file, { imports }]) => [
        file,
        imports.map(({ path: target, external, original }) => (external ? target : (original ?? target))),
      ]),
    ),
  };
}

/** Returns the package that a specifier names; nothing for a relative one. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.')) return undefined;
  if (specifier.startsWith('node:')) return 'node';
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
