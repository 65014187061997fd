import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { run } from './run.mjs';
import { inRoot, pnpm } from './workspace.mjs';

const stamp = inRoot('node_modules', '.bootstrap');
// npm leaves its own lock here. Where it is found after our stamp was set, npm has rearranged the folder since.
const npmTrace = inRoot('node_modules', '.package-lock.json');

/** Installs the dependencies as the lockfile says, unless that is done already. */
export async function bootstrap() {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(inRoot('pnpm-lock.yaml'), 'utf8'))
    .digest('hex');
  if (!fs.existsSync(npmTrace) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return true;
  console.log('Installing dependencies …');
  // CI=true: pnpm replaces a node_modules folder that npm has laid, and does not stop to ask. In a production environment
  // it would leave out what builds and tests.
  const env = { CI: 'true', NODE_ENV: 'development' };
  const { code } = await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile'], { env });
  if (code !== 0) {
    console.error(
      `The dependencies could not be installed. Where a package.json was changed, run: npx ${pnpm} install`,
    );
    return false;
  }
  fs.rmSync(npmTrace, { force: true });
  fs.writeFileSync(stamp, wanted);
  return true;
}
