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
    const args = ['--yes', pnpm, '--recursive', '--filter', './packages/*', 'pack', '--pack-destination', destination];
    const { code, output } = await run('npx', args, { capture: true });
    if (code !== 0) throw new Error(`The packages cannot be packed:\n${output}`);
    return await use(packages.map((name) => toPacked(inRoot('packages', name), destination)));
  } finally {
    fs.rmSync(destination, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {string} destination
 * @returns {PackedPackage}
 */
function toPacked(folder, destination) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { folder, tarball: path.join(destination, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`) };
}
