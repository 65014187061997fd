import { FolderTarget } from '../import/FolderTarget.ts';
import { type ImportOutcome, runImport } from '../import/runImport.ts';
import { systemClock } from '../systemClock.ts';
import { IMPORT_HELP, parseImportOptions } from './parseImportOptions.ts';

const EXIT_CODES: Readonly<Record<ImportOutcome, number>> = { complete: 0, refused: 1, stopped: 130 };

/** Imports the files that the command line names; returns the exit code. The first signal stops it soon, the next at once. */
export async function importFiles(args: readonly string[]): Promise<number> {
  const options = parseImportOptions(args);
  const { stdin, stdout, stderr } = process;
  if (options === 'help') {
    stdout.write(IMPORT_HELP);
    return 0;
  }
  const target = await FolderTarget.open(options.folder);
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(EXIT_CODES.stopped);
    stopping.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    const { signal } = stopping;
    const { files } = options;
    return EXIT_CODES[await runImport({ files, options, target, clock: systemClock, signal, stdin, stdout, stderr })];
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await target.close();
  }
}
