import { access, constants } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Clock } from '@glasspane/core';
import { messageOf } from '../store/storeErrors.ts';
import type { FileResult } from './FileImport.ts';
import { ImportError } from './ImportError.ts';
import type { ImportOptions } from './ImportOptions.ts';
import type { ImportTarget } from './ImportTarget.ts';
import { importFile } from './importFile.ts';
import { openInput } from './openInput.ts';
import { formatCount, ProgressDisplay, type TextOutput } from './ProgressDisplay.ts';

/** What an import of files needs. */
export interface ImportRequest {
  readonly files: readonly string[];
  readonly options: ImportOptions;
  readonly target: ImportTarget;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly stdin: Readable;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
}

const DAY_MS = 86_400_000;

/** How an import ended. */
export type ImportOutcome = 'complete' | 'refused' | 'stopped';

/**
 * Imports files one after the other, and says what became of each.
 *
 * @throws {@link ImportError} When it cannot go on.
 */
export async function runImport(request: ImportRequest): Promise<ImportOutcome> {
  const { files, options, target, clock, signal, stdin, stdout, stderr } = request;
  const display = new ProgressDisplay(stderr, clock);
  let hasRefused = false;
  await checkFiles(files);
  for (const file of files) {
    const startedAt = performance.now();
    const input = await openInput(file, stdin, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (input === undefined) {
      display.say('stopped before anything was read');
      return 'stopped';
    }
    const result = await importFile(input, { target, options, display, clock, signal });
    const seconds = (performance.now() - startedAt) / 1000;
    stdout.write(`${file}: ${result.before.isDone ? recall(result) : summarize(result, seconds, target)}\n`);
    for (const remark of remarks(result, options.retentionMs)) display.say(`${file}: ${remark}`);
    hasRefused ||= result.progress.refused > 0;
    if (!signal.aborted) continue;
    const isKept = target.hasRecords && input.size !== undefined;
    const next = isKept ? 'goes on where this one stopped' : 'begins again; what is there already stays as it is';
    display.say(`stopped; the same command ${next}`);
    return 'stopped';
  }
  return hasRefused ? 'refused' : 'complete';
}

/** Looks for all files before hours go into the first. */
async function checkFiles(files: readonly string[]): Promise<void> {
  for (const file of files) {
    if (file === '-') continue;
    await access(file, constants.R_OK).catch((error: unknown) => {
      throw new ImportError(`${file} cannot be read: ${messageOf(error)}`);
    });
  }
}

function summarize({ progress, before, series }: FileResult, seconds: number, target: ImportTarget): string {
  const samples = progress.samples - progress.duplicates;
  const inThisRun = samples - (before.samples - before.duplicates);
  const rate = formatCount(inThisRun / Math.max(seconds, 0.001));
  return [
    `${counted(inThisRun, 'sample')} of ${formatCount(series)} series in ${seconds.toFixed(1)} s (${rate}/s)`,
    ...(before.lines === 0 ? [] : [`${counted(samples, 'sample')} with those before`]),
    ...(target.hasRecords ? [counted(progress.duplicates, 'duplicate')] : []),
    `${counted(progress.refused, 'line')} refused`,
  ].join(', ');
}

function recall({ progress }: FileResult): string {
  const samples = counted(progress.samples - progress.duplicates, 'sample');
  const refused = `${counted(progress.refused, 'line')} refused`;
  return `imported before (${samples}, ${counted(progress.duplicates, 'duplicate')}, ${refused}); --restart imports it again`;
}

function remarks({ exemplars, old }: FileResult, retentionMs: number): string[] {
  const found: string[] = [];
  if (exemplars > 0) found.push(`${counted(exemplars, 'exemplar')} left out: the server keeps none`);
  if (old > 0) {
    const retention = `--retention (here ${counted(retentionMs / DAY_MS, 'day')})`;
    found.push(
      `${counted(old, 'sample')} older than the server's ${retention}: it will delete them when it starts, unless it is started with a longer one`,
    );
  }
  return found;
}

function counted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}
