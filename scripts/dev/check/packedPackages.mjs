import fs from 'node:fs';
import path from 'node:path';
import { run } from '../run.mjs';
import { bin } from '../workspace.mjs';
import { withPackedPackages } from './packPackages.mjs';

/**
 * Checks what would be published: that every entry of `exports` is there and every kind of consumer finds its types.
 *
 * @returns {Promise<import('../steps.mjs').StepResult>}
 */
export async function checkPackedPackages() {
  const findings = await withPackedPackages(async (packed) => {
    const found = packed.map(({ folder, tarball }) =>
      Promise.all([lintPackage(folder, tarball), checkTypes(folder, tarball)]),
    );
    return (await Promise.all(found)).flat(2);
  });
  return { ok: findings.length === 0, output: findings.join('\n') };
}

/**
 * @param {string} folder
 * @param {string} tarball - What is published of the folder.
 * @returns {Promise<readonly string[]>} what publint finds, suggestions included.
 */
export async function lintPackage(folder, tarball) {
  // Imported here, so that the other tasks work before anything is installed.
  const { publint } = await import('publint');
  const { formatMessage } = await import('publint/utils');
  const bytes = fs.readFileSync(tarball);
  const { messages, pkg } = await publint({
    strict: true,
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
  });
  return messages.map((message) => `${path.basename(folder)}: ${formatMessage(message, pkg, { color: false })}`);
}

/**
 * @param {string} folder
 * @param {string} tarball - What is published of the folder.
 * @returns {Promise<readonly string[]>} what attw finds: entries whose types a consumer would not get, or would get wrong.
 */
export async function checkTypes(folder, tarball) {
  const { exports } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const untyped = Object.keys(exports).filter((entry) => typeof exports[entry] === 'string');
  const args = [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color', '--no-emoji'];
  // Style sheets and JSON carry no types.
  if (untyped.length > 0) args.push('--exclude-entrypoints', ...untyped);
  const { code, output } = await run(bin('attw'), args, { capture: true });
  return code === 0 ? [] : [`${path.basename(folder)}: attw\n${output}`];
}
