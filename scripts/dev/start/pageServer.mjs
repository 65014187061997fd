import http from 'node:http';
import { forward } from './forward.mjs';
import { serveFile } from './staticFiles.mjs';

/**
 * @typedef {object} PageServer
 * @property {number} port
 * @property {(targets: Readonly<Record<string, URL>>) => void} open - Begins to serve, and to hand on what lies under
 * each of these paths (`/glasspane`); until then every request is told to wait.
 * @property {() => Promise<void>} close
 */

/**
 * Serves the built product page, and other servers under paths of the same origin: what a host's own server does.
 *
 * @param {{ port: number, folder: string }} options - The folder holds the built page.
 * @returns {Promise<PageServer>} once the port is taken.
 * @throws {Error} When the port is busy.
 */
export function startPageServer({ port, folder }) {
  /** @type {Readonly<Record<string, URL>> | undefined} */
  let targets;
  const server = http.createServer((request, response) => {
    const url = request.url ?? '/';
    if (targets === undefined) {
      response.writeHead(503, { 'retry-after': '1' }).end('Glasspane is starting.\n');
      return;
    }
    const [prefix, target] = Object.entries(targets).find(([path]) => isUnder(url, path)) ?? [];
    if (prefix === undefined || target === undefined) serveFile(folder, request, response);
    else forward(target, url.slice(prefix.length).replace(/^(?!\/)/, '/'), request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        open(newTargets) {
          targets = newTargets;
        },
        close() {
          server.closeAllConnections();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}

/** @param {string} url @param {string} prefix */
function isUnder(url, prefix) {
  return url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`);
}
