import { messageOf } from '../store/storeErrors.ts';
import { detectFormat } from './detectFormat.ts';
import { FileImport, type FileResult, type ImportContext } from './FileImport.ts';
import { ImportError } from './ImportError.ts';
import type { FileIdentity, FileProgress } from './ImportTarget.ts';
import type { ImportInput } from './openInput.ts';
import { formatCount } from './ProgressDisplay.ts';

const NOTHING: FileProgress = { offset: 0, lines: 0, samples: 0, duplicates: 0, refused: 0, isDone: false };

/**
 * Imports a file, from where the last import of it was broken off.
 *
 * @throws {@link ImportError} When it cannot go on; what was durable before stays.
 */
export async function importFile(input: ImportInput, context: ImportContext): Promise<FileResult> {
  const { options, display } = context;
  const format = options.format ?? detectFormat(input.head, input.tail);
  const identity = input.identify(`${format} ${options.timestampMs}`);
  const before = identity === undefined ? NOTHING : await whereToBegin(input.name, identity, context);
  if (before.isDone) return { progress: before, before, series: 0, exemplars: 0, old: 0 };
  const run = new FileImport(input, { format, identity, before }, context);
  display.start();
  try {
    return await run.run();
  } catch (error) {
    const kept = run.durable;
    const words = kept.lines === 0 ? 'nothing of it was kept' : `what stands before line ${kept.lines + 1} is kept`;
    const fault = error instanceof ImportError ? error.message : `${input.name}: ${messageOf(error)}`;
    throw new ImportError(`${fault}; ${words}`);
  } finally {
    display.end();
  }
}

async function whereToBegin(
  name: string,
  identity: FileIdentity,
  { target, options, display }: ImportContext,
): Promise<FileProgress> {
  if (options.shouldRestart) return NOTHING;
  const known = await target.find(identity);
  if (known.type === 'new') return NOTHING;
  if (known.type === 'changed') {
    display.say(
      `${name} has changed since it was imported, or is read in another way now: it is read from its beginning; samples that are there already count as duplicates`,
    );
    return NOTHING;
  }
  const { progress } = known;
  if (!progress.isDone)
    display.say(`${name} was imported in part before: going on at line ${formatCount(progress.lines + 1)}`);
  return progress;
}
