import http from 'node:http';
import { forward } from './forward.mjs';
import { serveFile } from './staticFiles.mjs';

const prefix = '/glasspane';

/**
 * @typedef {object} PageServer
 * @property {number} port
 * @property {(backend: URL) => void} open - Begins to serve; until then every request is told to wait.
 * @property {() => Promise<void>} close
 */

/**
 * Serves the built product page, and the backend under `/glasspane` of the same origin: what a host's own server does.
 *
 * @param {{ port: number, folder: string }} options - The folder holds the built page.
 * @returns {Promise<PageServer>} once the port is taken.
 * @throws {Error} When the port is busy.
 */
export function startPageServer({ port, folder }) {
  /** @type {URL | undefined} */
  let target;
  const server = http.createServer((request, response) => {
    const url = request.url ?? '/';
    if (target === undefined) response.writeHead(503, { 'retry-after': '1' }).end('Glasspane is starting.\n');
    else if (url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`)) {
      forward(target, url.slice(prefix.length).replace(/^(?!\/)/, '/'), request, response);
    } else serveFile(folder, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : port,
        open(backend) {
          target = backend;
        },
        close() {
          server.closeAllConnections();
          return new Promise((done) => server.close(() => done()));
        },
      });
    });
  });
}
