import fs from 'node:fs';
import path from 'node:path';

const compiled = /\.(?:js|d\.ts)(?:\.map)?$/;

/**
 * Removes from a package's `dist` what was compiled from a source that is gone: the compiler leaves it, and it would be
 * published.
 *
 * @param {string} folder - The package's.
 */
export function removeStaleOutput(folder) {
  const dist = path.join(folder, 'dist');
  if (!fs.existsSync(dist)) return;
  for (const name of fs.readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!compiled.test(name)) continue;
    const source = path.join(folder, 'src', name.replace(compiled, ''));
    if (!fs.existsSync(`${source}.ts`) && !fs.existsSync(`${source}.tsx`)) fs.rmSync(path.join(dist, name));
  }
}
