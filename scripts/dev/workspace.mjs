import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the workspace. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The package manager, pinned: run through npx, so that nobody has to install it. */
export const pnpm = 'pnpm@12.21.0';

/** The published packages, each after those it depends on. */
export const packages = ['promql', 'core', 'adapters', 'react', 'server'];

/**
 * @param {...string} parts - Path below the workspace's folder.
 * @returns {string} the absolute path.
 */
export const inRoot = (...parts) => path.join(root, ...parts);

/**
 * @param {string} name - An executable of a root dependency, such as `tsc`.
 * @returns {string} its absolute path.
 */
export const bin = (name) => inRoot('node_modules', '.bin', name);
