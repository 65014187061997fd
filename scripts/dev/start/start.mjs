import { build } from '../build.mjs';
import { inRoot } from '../workspace.mjs';
import { answers } from './answers.mjs';
import { startPageServer } from './pageServer.mjs';
import { createServices } from './services.mjs';
import { parseStartOptions } from './startOptions.mjs';

/**
 * Builds, then runs the backend and the product page until Ctrl-C or SIGTERM.
 *
 * @param {readonly string[]} args - `--port`, `--data`, `--restart-delay`.
 * @returns {Promise<number>} the exit code.
 */
export async function start(args) {
  const stop = stopSignal();
  try {
    const options = parseStartOptions(args, process.env);
    const page = await takePort(options.port);
    try {
      const isBuilt = await build();
      if (stop.aborted) return 0;
      if (!isBuilt) throw new Error('The build failed; see above.');
      return await serve(page, options, stop);
    } finally {
      await page.close();
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

/**
 * @param {import('./pageServer.mjs').PageServer} page
 * @param {import('./startOptions.mjs').StartOptions} options
 * @param {AbortSignal} stop
 */
async function serve(page, options, stop) {
  const stopAsked = new Promise((resolve) => stop.addEventListener('abort', () => resolve(undefined)));
  const url = `http://127.0.0.1:${page.port}`;
  const services = await createServices({ ...options, pageUrl: url });
  try {
    const isStopped = await Promise.race([services.start().then(() => false), stopAsked.then(() => true)]);
    if (isStopped) return 0;
    page.open(services.targets);
    if (!(await answers(new URL(url))) || !(await answers(new URL(`${url}/glasspane/api/v1/status/buildinfo`)))) {
      throw new Error('The product page does not answer.');
    }
    console.log(`Glasspane is ready: ${url}`);
    const failure = await Promise.race([stopAsked, services.failed]);
    if (failure !== undefined) throw new Error(failure);
    return 0;
  } finally {
    await services.stop();
  }
}

/** @param {number} port */
async function takePort(port) {
  try {
    return await startPageServer({ port, folder: inRoot('examples/product/dist') });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm start`);
    }
    if (code === 'EACCES') throw new Error(`Port ${port} needs rights this user lacks. Choose one above 1023.`);
    throw error;
  }
}

/** @returns {AbortSignal} aborted once the user, or who supervises us, wants an end. */
function stopSignal() {
  const controller = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => controller.abort());
  }
  if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(() => controller.abort());
  return controller.signal;
}

/**
 * npm may be killed without a chance to hand that on. Then nobody knows of this process any more, but it holds the port.
 *
 * @param {() => void} callback
 */
function whenOrphaned(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 250);
  timer.unref();
}
