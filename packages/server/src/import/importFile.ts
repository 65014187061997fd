import type { Clock } from '@glasspane/core';
import type { ExpositionFormat } from '../collect/exposition/parseExposition.ts';
import { MAX_AHEAD_MS } from '../maxAheadMs.ts';
import { messageOf } from '../store/storeErrors.ts';
import { detectFormat } from './detectFormat.ts';
import { ImportError } from './ImportError.ts';
import type { ImportOptions } from './ImportOptions.ts';
import type { FileIdentity, FileProgress, ImportTarget } from './ImportTarget.ts';
import { LineCutter } from './LineCutter.ts';
import { LineParser } from './LineParser.ts';
import type { ImportInput } from './openInput.ts';
import type { ProgressDisplay } from './ProgressDisplay.ts';
import { SampleBuffer } from './SampleBuffer.ts';

/** What the import of a file stands on. */
export interface ImportContext {
  readonly target: ImportTarget;
  readonly options: ImportOptions;
  readonly display: ProgressDisplay;
  readonly clock: Clock;
  /** Aborted to stop soon, with what was read so far kept. */
  readonly signal: AbortSignal;
}

/** What became of a file. */
export interface FileResult {
  readonly progress: FileProgress;
  /** The same, where this run began. */
  readonly before: FileProgress;
  readonly series: number;
  readonly exemplars: number;
  /** How many samples the server will soon delete. */
  readonly old: number;
}

const SHOWN_REFUSALS = 20;
const MAX_LINE_BYTES = 1 << 20;
const BATCH_SAMPLES = 1_000_000;
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
  const run = new FileImport(input, format, identity, before, context);
  display.start(input.size === undefined ? 0 : before.offset);
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
      `${name} has changed since it was imported: it is read from its beginning; samples that are there already count as duplicates`,
    );
    return NOTHING;
  }
  const { progress } = known;
  if (progress.isDone) display.say(`${name} was imported before; --restart imports it again`);
  else display.say(`${name} was imported in part before: going on at line ${formatLine(progress.lines + 1)}`);
  return progress;
}

function formatLine(line: number): string {
  return line.toLocaleString('en-US');
}

class FileImport {
  readonly #input: ImportInput;
  readonly #context: ImportContext;
  readonly #identity: FileIdentity | undefined;
  readonly #before: FileProgress;
  readonly #format: ExpositionFormat;
  readonly #parser: LineParser;
  readonly #cutter: LineCutter;
  #filling = new SampleBuffer(BATCH_SAMPLES);
  #writing = new SampleBuffer(BATCH_SAMPLES);
  #written: Promise<void> = Promise.resolve();
  #samples: number;
  #refused: number;
  #durable: FileProgress;

  constructor(
    input: ImportInput,
    format: ExpositionFormat,
    identity: FileIdentity | undefined,
    before: FileProgress,
    context: ImportContext,
  ) {
    this.#input = input;
    this.#context = context;
    this.#identity = identity;
    this.#before = before;
    this.#durable = before;
    this.#samples = before.samples;
    this.#refused = before.refused;
    this.#format = format;
    const { options, clock, target } = context;
    this.#parser = new LineParser(
      {
        format,
        timestampMs: options.timestampMs,
        maxTimeMs: clock.now() + MAX_AHEAD_MS,
        oldTimeMs: clock.now() - options.retentionMs,
        seriesFor: (labels) => target.seriesFor(labels),
        onRefused: (line, reason) => this.#refuse(line, reason),
      },
      before.lines,
    );
    this.#cutter = new LineCutter(before.offset, MAX_LINE_BYTES);
  }

  /** How far the file has come for good. */
  get durable(): FileProgress {
    return this.#durable;
  }

  async run(): Promise<FileResult> {
    const { signal } = this.#context;
    try {
      for await (const chunk of this.#input.read(this.#before.offset)) {
        if (signal.aborted) break;
        this.#take(this.#cutter.push(chunk, () => this.#parser.skipLongLine(MAX_LINE_BYTES)));
        if (this.#filling.length >= BATCH_SAMPLES) await this.#write(false);
      }
      if (!signal.aborted) {
        this.#take(this.#cutter.end(() => this.#parser.skipLongLine(MAX_LINE_BYTES)));
        this.#checkEnd();
      }
    } catch (error) {
      await this.#written;
      throw error;
    }
    await this.#write(!signal.aborted);
    await this.#written;
    const { series, exemplars, old } = this.#parser;
    return { progress: this.#durable, before: this.#before, series, exemplars, old };
  }

  #take(lines: Buffer): void {
    const { display } = this.#context;
    const had = this.#filling.length;
    this.#parser.push(lines, this.#filling);
    this.#samples += this.#filling.length - had;
    const { name, size } = this.#input;
    display.update({ name, size, bytesRead: this.#input.bytesRead(), samples: this.#samples - this.#before.samples });
  }

  /** Waits for the write before, and lets this one run while the next samples are read. */
  async #write(isDone: boolean): Promise<void> {
    await this.#written;
    const samples = this.#filling;
    this.#filling = this.#writing;
    this.#filling.clear();
    this.#writing = samples;
    const progress: FileProgress = {
      offset: this.#cutter.offset,
      lines: this.#parser.lines,
      samples: this.#samples,
      duplicates: this.#durable.duplicates,
      refused: this.#refused,
      isDone,
    };
    const batch = { samples, metadata: this.#parser.takeMetadata(), identity: this.#identity, progress };
    this.#written = this.#context.target.write(batch).then((duplicates) => {
      this.#durable = { ...progress, duplicates: progress.duplicates + duplicates };
    });
    // It is waited for before the next one, and at the end.
    this.#written.catch(() => undefined);
  }

  #checkEnd(): void {
    if (this.#format !== 'openmetrics' || this.#parser.hasEnded) return;
    this.#refuse(this.#parser.lines + 1, 'the file must end with "# EOF"; it may have been cut short');
  }

  #refuse(line: number, reason: string): void {
    const { options, display } = this.#context;
    const text = `${this.#input.name}:${line}: ${reason}`;
    if (options.isStrict) throw new ImportError(text);
    this.#refused += 1;
    const shown = this.#refused - this.#before.refused;
    if (shown <= SHOWN_REFUSALS) display.say(text);
    else if (shown === SHOWN_REFUSALS + 1) display.say('more lines are refused; they are counted');
  }
}
