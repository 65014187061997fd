import fs from 'node:fs';
import { findChromium, findExecutable } from './executables.mjs';
import { run } from './run.mjs';

const guard = '/usr/sbin/policy-rc.d';

/** What the tests use of Debian, and how to see that it is there. */
const wanted = [
  { name: 'chromium', isThere: () => findChromium() !== undefined },
  { name: 'fonts-dejavu-core', isThere: () => fs.existsSync('/usr/share/fonts/truetype/dejavu') },
  { name: 'fonts-liberation', isThere: () => fs.existsSync('/usr/share/fonts/truetype/liberation') },
  { name: 'prometheus', isThere: () => findExecutable('prometheus') !== undefined },
  { name: 'prometheus-alertmanager', isThere: () => findExecutable('prometheus-alertmanager') !== undefined },
  { name: 'prometheus-node-exporter', isThere: () => findExecutable('prometheus-node-exporter') !== undefined },
  { name: 'victoria-metrics', isThere: () => findExecutable('victoria-metrics') !== undefined },
  { name: 'poppler-utils', isThere: () => findExecutable('pdftotext') !== undefined },
];

/**
 * Installs what the tests need of the system where it may; elsewhere says what to install, and those suites skip.
 */
export async function installSystem() {
  const missing = wanted.filter((item) => !item.isThere()).map((item) => item.name);
  if (missing.length === 0) return;
  const line = `apt-get install --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || findExecutable('apt-get') === undefined) {
    console.log(`Some suites will skip. For all of them install: ${missing.join(' ')} (Debian: ${line})`);
    return;
  }
  console.log(`Installing ${missing.join(', ')} …`);
  const code = await withoutServices(async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = await run('apt-get', ['update', '-qq'], { env, capture: true });
    const install = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
      env,
      capture: true,
    });
    if (install.code !== 0) console.error(update.output + install.output);
    return install.code;
  });
  if (code !== 0) console.log(`That did not work: some suites will skip. To try by hand: ${line}`);
}

/**
 * Debian starts a service as soon as its package is installed, on the ports that tests or the user may need.
 *
 * @param {() => Promise<number>} install
 */
async function withoutServices(install) {
  if (fs.existsSync(guard)) return install();
  fs.writeFileSync(guard, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return await install();
  } finally {
    fs.rmSync(guard, { force: true });
  }
}
