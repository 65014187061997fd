import fs from 'node:fs';
import { run } from '../run.mjs';
import { inRoot } from '../workspace.mjs';

// Put together from parts, so that this file does not find itself.
const forbidden = [
  { pattern: new RegExp(`(?<![\\w.:/-])/(?:work|root|home/\\w+|Users/\\w+)${'/'}`), why: 'a path of one machine' },
  { pattern: new RegExp(`registry${'[.]'}(?:npmjs|yarnpkg)`), why: 'the host of a package registry' },
];
const binary = /\.(?:png|ico|woff2?|ttf|gz|pdf|snap)$/;

/**
 * @param {string} text
 * @returns {readonly { line: number, why: string }[]} where the text names what only one machine or registry has.
 */
export function findForbiddenWords(text) {
  return text.split('\n').flatMap((line, index) => {
    const found = forbidden.find(({ pattern }) => pattern.test(line));
    return found === undefined ? [] : [{ line: index + 1, why: found.why }];
  });
}

/**
 * Looks through the files that git knows or would add.
 *
 * @returns {Promise<import('../steps.mjs').StepResult>}
 */
export async function checkWords() {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { code, output } = await run('git', args, { capture: true });
  if (code !== 0) return { ok: false, output };
  const files = output.split('\0').filter((file) => file !== '' && !binary.test(file) && fs.existsSync(inRoot(file)));
  const findings = files.flatMap((file) =>
    findForbiddenWords(fs.readFileSync(inRoot(file), 'utf8')).map(({ line, why }) => `${file}:${line}: ${why}`),
  );
  return { ok: findings.length === 0, output: findings.join('\n') };
}
