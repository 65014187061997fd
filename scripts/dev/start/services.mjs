import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { inRoot, root } from '../workspace.mjs';
import { answers } from './answers.mjs';
import { freePort } from './freePort.mjs';
import { Supervisor } from './supervisor.mjs';

/**
 * What runs behind the product page.
 *
 * @typedef {object} Services
 * @property {Readonly<Record<string, URL>>} targets - Where the page's server hands requests on, by path.
 * @property {() => Promise<void>} start - Resolves once all of them answer and the backend has what the page shows.
 * @property {Promise<string>} failed - Resolves with the reason once one of them can no longer be kept running.
 * @property {() => Promise<void>} stop
 */

/**
 * Chooses ports, writes the backend's configuration, and makes the processes: the mailbox first, because the backend
 * sends to it, and the load last.
 *
 * @param {import('./startOptions.mjs').StartOptions & { pageUrl: string }} options
 * @returns {Promise<Services>}
 */
export async function createServices(options) {
  const [backendPort, smtpPort, mailboxPort] = [await freePort(), await freePort(), await freePort()];
  const backendUrl = new URL(`http://127.0.0.1:${backendPort}`);
  const mailboxUrl = new URL(`http://127.0.0.1:${mailboxPort}`);
  const config = await writeConfig(options.data, {
    SMTP_ADDRESS: `127.0.0.1:${smtpPort}`,
    MAILBOX_URL: mailboxUrl.origin,
    PAGE_URL: options.pageUrl,
  });
  const say = (/** @type {string} */ line) => console.log(line);
  const supervise = (/** @type {string} */ name, /** @type {string[]} */ args, /** @type {URL} */ health) =>
    new Supervisor({
      name,
      command: process.execPath,
      args,
      cwd: root,
      isReady: () => answers(health),
      say,
      restartDelayMs: options.restartDelayMs,
    });
  const mailbox = supervise(
    'mailbox',
    [inRoot('examples/mailbox/mailbox.mjs'), '--smtp-port', String(smtpPort), '--http-port', String(mailboxPort)],
    mailboxUrl,
  );
  const server = inRoot('packages/server/bin/glasspane-server.js');
  const backendArgs = ['--data', options.data, '--port', String(backendPort), '--config', config];
  const backend = supervise(
    'backend',
    [server, ...backendArgs, '--external-url', `${options.pageUrl}/glasspane`],
    new URL('/api/v1/status/buildinfo', backendUrl),
  );
  const load = supervise(
    'generated LLM traffic',
    [inRoot('examples/llm-load/load.mjs'), '--url', backendUrl.origin],
    new URL('/-/healthy', backendUrl),
  );
  return {
    targets: { '/glasspane': backendUrl, '/mailbox': mailboxUrl },
    async start() {
      await mailbox.start();
      await backend.start();
      await provision(backendUrl);
      await load.start();
    },
    failed: Promise.race([mailbox.failed, backend.failed, load.failed]),
    async stop() {
      // Ctrl-C in a terminal reaches all of them at once, and none is then to come back.
      for (const service of [load, backend, mailbox]) service.expectEnd();
      // The senders before those they send to.
      await load.stop();
      await backend.stop();
      await mailbox.stop();
    },
  };
}

/**
 * Fills the addresses into the example's configuration.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} values
 * @returns {Promise<string>} the file.
 */
async function writeConfig(folder, values) {
  const template = await fs.readFile(inRoot('examples/product/glasspane.yml'), 'utf8');
  const text = template.replaceAll(/\$\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const file = path.join(folder, 'glasspane.yml');
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(file, text);
  return file;
}

/**
 * Gives the backend the product's dashboards and rules, as a host's deployment does.
 *
 * @param {URL} backendUrl
 * @returns {Promise<void>}
 */
function provision(backendUrl) {
  const child = spawn(process.execPath, [inRoot('examples/product/provision.mjs'), '--url', backendUrl.origin], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The product's dashboards and rules could not be stored: exit code ${code}.`));
    });
  });
}
