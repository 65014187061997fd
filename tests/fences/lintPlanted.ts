import fs from 'node:fs';
import path from 'node:path';
import { run } from '../../scripts/dev/run.mjs';
import { bin } from '../../scripts/dev/workspace.mjs';
import { root, withPlanted } from './withPlanted.ts';

const packages = ['promql', 'core', 'adapters', 'react', 'server'];

/**
 * Lints files as if they lay in the workspace.
 *
 * @param files - Text by path from the workspace's folder.
 * @returns one line per finding: `path rule: message`, sorted.
 */
export function lintPlanted(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const manifests = Object.fromEntries(
    packages.map((name) => {
      const file = `packages/${name}/package.json`;
      return [file, fs.readFileSync(path.join(root, file), 'utf8')];
    }),
  );
  return withPlanted({ ...manifests, 'biome.json': configuration(), ...files }, async (folder) => {
    const { output } = await run(bin('biome'), ['lint', '--reporter=rdjson', '--max-diagnostics=none'], {
      cwd: folder,
      capture: true,
    });
    const { diagnostics } = JSON.parse(output.slice(0, output.lastIndexOf('}') + 1));
    return diagnostics
      .map(
        (found: { location: { path: string }; code?: { value: string }; message: string }) =>
          `${found.location.path} ${found.code?.value.split('/').at(-1)}: ${found.message}`,
      )
      .sort();
  });
}

/** Returns the workspace's own configuration, changed only so far that it works outside of git and of this folder. */
function configuration(): string {
  const config = JSON.parse(fs.readFileSync(path.join(root, 'biome.json'), 'utf8'));
  delete config.$schema;
  config.vcs = { enabled: false };
  for (const plugin of config.plugins) plugin.path = path.join(root, plugin.path);
  return JSON.stringify(config);
}
