import { FolderTarget } from '../import/FolderTarget.ts';
import { ImportError } from '../import/ImportError.ts';
import type { ImportTarget } from '../import/ImportTarget.ts';
import { RemoteTarget } from '../import/RemoteTarget.ts';
import { type ImportOutcome, runImport } from '../import/runImport.ts';
import { StoreOpenError } from '../store/storeErrors.ts';
import { systemClock } from '../systemClock.ts';
import { IMPORT_HELP, type ImportDestination, parseImportOptions } from './parseImportOptions.ts';

const EXIT_CODES: Readonly<Record<ImportOutcome, number>> = { complete: 0, refused: 1, stopped: 130 };
const HOUR_MS = 3_600_000;

/** Imports the files that the command line names; returns the exit code. The first signal stops it soon, the next at once. */
export async function importFiles(args: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr, env } = process;
  const options = parseImportOptions(args, env);
  if (options === 'help') {
    stdout.write(IMPORT_HELP);
    return 0;
  }
  const stopping = new AbortController();
  const { signal } = stopping;
  const target = await openTarget(options.destination, signal);
  const stop = (): void => {
    if (signal.aborted) process.exit(EXIT_CODES.stopped);
    stopping.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // The timers of the clock would not keep the process alive between two attempts.
  const keepAlive = setInterval(() => undefined, HOUR_MS);
  try {
    const { files } = options;
    return EXIT_CODES[await runImport({ files, options, target, clock: systemClock, signal, stdin, stdout, stderr })];
  } finally {
    clearInterval(keepAlive);
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await target.close();
  }
}

async function openTarget(destination: ImportDestination, signal: AbortSignal): Promise<ImportTarget> {
  if (destination.type === 'server') {
    const { url, key } = destination;
    const onRetry = (reason: string, delayMs: number): void => {
      process.stderr.write(`${reason}; trying again in ${delayMs / 1000} s\n`);
    };
    return new RemoteTarget({ url, key, clock: systemClock, signal, onRetry });
  }
  try {
    return await FolderTarget.open(destination.folder);
  } catch (error) {
    if (!(error instanceof StoreOpenError) || error.code !== 'conflict') throw error;
    throw new ImportError(
      `${error.message} If it is a server, import through it instead: --url http://127.0.0.1:4401 in place of --data.`,
    );
  }
}
