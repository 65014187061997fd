import type { Readable } from 'node:stream';
import type { Clock } from '@glasspane/core';
import type { ImportOptions } from './ImportOptions.ts';
import type { ImportTarget } from './ImportTarget.ts';
import { type FileResult, importFile } from './importFile.ts';
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
  for (const file of files) {
    const startedAt = performance.now();
    const input = await openInput(file, stdin);
    const result = await importFile(input, { target, options, display, clock, signal });
    stdout.write(`${file}: ${summarize(result, (performance.now() - startedAt) / 1000)}\n`);
    for (const remark of remarks(result, options.retentionMs)) display.say(`${file}: ${remark}`);
    hasRefused ||= result.progress.refused > 0;
    if (!signal.aborted) continue;
    display.say('stopped; the same command goes on where this one stopped');
    return 'stopped';
  }
  return hasRefused ? 'refused' : 'complete';
}

function summarize({ progress, before, series }: FileResult, seconds: number): string {
  const samples = progress.samples - progress.duplicates;
  const inThisRun = samples - (before.samples - before.duplicates);
  const rate = formatCount(inThisRun / Math.max(seconds, 0.001));
  return [
    `${formatCount(inThisRun)} samples of ${formatCount(series)} series in ${seconds.toFixed(1)} s (${rate}/s)`,
    ...(before.lines === 0 ? [] : [`${formatCount(samples)} samples with those before`]),
    `${formatCount(progress.duplicates)} duplicates`,
    `${formatCount(progress.refused)} lines refused`,
  ].join(', ');
}

function remarks({ exemplars, old }: FileResult, retentionMs: number): string[] {
  const found: string[] = [];
  if (exemplars > 0) found.push(`${formatCount(exemplars)} exemplars were left out: the server keeps none`);
  if (old > 0) {
    const days = formatCount(retentionMs / 86_400_000);
    found.push(
      `${formatCount(old)} samples are older than ${days} days and will be deleted when the server starts, unless it is started with a longer --retention`,
    );
  }
  return found;
}
