import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PackedPackage } from '../../scripts/dev/check/packPackages.mjs';
import { run } from '../../scripts/dev/run.mjs';
import { bin } from '../../scripts/dev/workspace.mjs';

/** What a consumer has installed. */
export interface ConsumerOptions {
  readonly packed: readonly PackedPackage[];
  /** Without the server, and with it its database, which is large. */
  readonly isBrowserOnly?: boolean | undefined;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** A project outside of the workspace that depends on the packed packages. */
export interface Consumer {
  /** Runs a command in its folder. */
  run(command: string, ...args: readonly string[]): Promise<{ code: number; output: string }>;
  /** Checks its types with every declaration file that they reach. */
  checkTypes(moduleResolution: 'NodeNext' | 'Bundler'): Promise<string>;
  remove(): void;
}

/**
 * Installs packed packages with npm into a new project, with the files of `tests/pack/consumer`.
 *
 * @throws {Error} When npm cannot; with what it says.
 */
export async function installConsumer({
  packed,
  isBrowserOnly = false,
  dependencies,
}: ConsumerOptions): Promise<Consumer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-consumer-'));
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(fileURLToPath(new URL('consumer', import.meta.url)), folder, { recursive: true });
  const wanted = packed.filter((it) => !isBrowserOnly || path.basename(it.folder) !== 'server');
  const own = wanted.map(({ folder: source, tarball }) => [nameOf(source), `file:${tarball}`]);
  const manifest = { private: true, type: 'module', dependencies: { ...dependencies, ...Object.fromEntries(own) } };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const inFolder: Consumer['run'] = (command, ...args) => run(command, args, { cwd: folder, capture: true });
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--engine-strict', '--loglevel=error'];
  const { code, output } = await inFolder('npm', 'install', ...flags);
  if (code !== 0) {
    remove();
    throw new Error(`npm install failed:\n${output}`);
  }
  return {
    run: inFolder,
    remove,
    async checkTypes(moduleResolution) {
      const config = {
        compilerOptions: {
          target: 'ES2022',
          lib: ['ES2022', 'DOM', 'DOM.Iterable'],
          module: moduleResolution === 'NodeNext' ? 'NodeNext' : 'ESNext',
          moduleResolution,
          jsx: 'react-jsx',
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
          types: [],
        },
        files: ['App.tsx'],
      };
      fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
      return (await inFolder(bin('tsc'), '-p', '.', '--pretty', 'false')).output;
    },
  };
}

function nameOf(folder: string): string {
  return JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).name;
}
