import { readFile } from 'node:fs/promises';
import { parseConfig } from '../collect/config/parseConfig.ts';
import type { ServerConfig } from '../collect/config/ServerConfig.ts';
import { createServer, type GlasspaneServer } from '../createServer.ts';
import { createLogger } from '../log/createLogger.ts';
import { readVersion } from '../readVersion.ts';
import { messageOf } from '../store/storeErrors.ts';
import { importFiles } from './importFiles.ts';
import { type CliOptions, HELP, parseOptions } from './parseOptions.ts';
import { UsageError } from './UsageError.ts';

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;
// Half of what an operator's supervisor usually grants.
const STOP_TIMEOUT_MS = 5_000;

/** Runs the command: starts the server and returns, signals stop it; or imports files. Sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  try {
    if (args[0] === 'import') {
      process.exitCode = await importFiles(args.slice(1));
      return;
    }
    const options = parseOptions(args);
    if (options === 'help') process.stdout.write(HELP);
    else if (options === 'version') process.stdout.write(`${await readVersion()}\n`);
    else await serve(options);
  } catch (error) {
    process.stderr.write(`glasspane-server: ${messageOf(error)}\n`);
    process.exitCode = error instanceof UsageError ? EXIT_USAGE : EXIT_FAILURE;
  }
}

async function serve(options: CliOptions): Promise<void> {
  const config = await readConfig(options.configFile);
  const log = createLogger(options.logLevel, (line) => process.stderr.write(line));
  const server = await createServer({ ...options, config, log });
  // Before anything can fail, because it cannot be shown again.
  if (server.firstKey !== undefined) process.stdout.write(`Admin key, shown only this once: ${server.firstKey}\n`);
  try {
    const url = await server.start();
    process.stdout.write(`Glasspane server ready at ${url}\n`);
  } catch (error) {
    await server.close();
    throw isPortTaken(error)
      ? new Error(`port ${options.port} of ${options.host} is taken; stop what listens there, or give another --port`)
      : error;
  }
  stopOnSignal(server);
}

async function readConfig(file: string | undefined): Promise<ServerConfig> {
  if (file === undefined) return parseConfig('', 'default');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--config ${file} cannot be read: ${messageOf(error)}`);
  }
  try {
    return parseConfig(text, file);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function stopOnSignal(server: GlasspaneServer): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    const giveUp = setTimeout(() => {
      process.stderr.write('glasspane-server: stopping took too long, what runs is cut off\n');
      process.exit(EXIT_FAILURE);
    }, STOP_TIMEOUT_MS);
    giveUp.unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`glasspane-server: ${messageOf(error)}\n`);
        process.exit(EXIT_FAILURE);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
