import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from '../run.mjs';
import { inRoot, packages, pnpm } from '../workspace.mjs';

/**
 * @typedef {object} PackedPackage
 * @property {string} folder - The package's, in the workspace.
 * @property {string} tarball
 */

/**
 * Packs every package as it would be published, and removes the tarballs when `use` is done.
 *
 * @template T
 * @param {(packed: readonly PackedPackage[]) => Promise<T>} use
 * @returns {Promise<T>}
 * @throws {Error} When a package cannot be packed; with what the package manager says.
 */
export async function withPackedPackages(use) {
  const destination = fs.mkdtempSync(path.join(os.tmpdir(), 'glasspane-pack-'));
  try {
    const packed = [];
    for (const name of packages) {
      const folder = inRoot('packages', name);
      const before = new Set(fs.readdirSync(destination));
      const args = ['--yes', pnpm, 'pack', '--pack-destination', destination];
      const { code, output } = await run('npx', args, { cwd: folder, capture: true });
      if (code !== 0) throw new Error(`packages/${name} cannot be packed:\n${output}`);
      const file = fs.readdirSync(destination).find((entry) => !before.has(entry));
      if (file === undefined) throw new Error(`packages/${name} was packed into nothing:\n${output}`);
      packed.push({ folder, tarball: path.join(destination, file) });
    }
    return await use(packed);
  } finally {
    fs.rmSync(destination, { recursive: true, force: true });
  }
}
