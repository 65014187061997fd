import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './workspace.mjs';

const ignored = new Set(['node_modules', '.cache', '.tsbuildinfo']);

/**
 * @param {string} name - Of the product that is made.
 * @param {readonly string[]} inputs - Files and folders it is made of.
 * @returns {{ isFresh: boolean, mark(): void }} whether no input has changed since `mark` was called last.
 */
export function freshness(name, inputs) {
  const stamp = inRoot('node_modules', '.cache', 'glasspane', `${name}.stamp`);
  const hash = createHash('sha256');
  for (const input of inputs) addToHash(hash, input);
  const current = hash.digest('hex');
  return {
    isFresh: fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === current,
    mark() {
      fs.mkdirSync(path.dirname(stamp), { recursive: true });
      fs.writeFileSync(stamp, current);
    },
  };
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} file
 */
function addToHash(hash, file) {
  if (!fs.existsSync(file)) return;
  const stat = fs.statSync(file);
  if (!stat.isDirectory()) {
    hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
    return;
  }
  for (const entry of fs.readdirSync(file).sort()) {
    if (!ignored.has(entry)) addToHash(hash, path.join(file, entry));
  }
}
