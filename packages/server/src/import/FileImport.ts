import type { Clock } from '@glasspane/core';
import type { ExpositionFormat } from '../collect/exposition/parseExposition.ts';
import { MAX_AHEAD_MS } from '../maxAheadMs.ts';
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

/** Where the import of a file begins. */
export interface FileStart {
  readonly format: ExpositionFormat;
  /** Left out where the file can be read only once. */
  readonly identity: FileIdentity | undefined;
  readonly before: FileProgress;
}

const SHOWN_REFUSALS = 20;
const MAX_LINE_BYTES = 1 << 20;

/** One run over a file. */
export class FileImport {
  readonly #input: ImportInput;
  readonly #context: ImportContext;
  readonly #identity: FileIdentity | undefined;
  readonly #before: FileProgress;
  readonly #format: ExpositionFormat;
  readonly #parser: LineParser;
  readonly #cutter: LineCutter;
  #filling: SampleBuffer;
  #writing: SampleBuffer;
  #written: Promise<void> = Promise.resolve();
  #samples: number;
  #refused: number;
  #durable: FileProgress;

  constructor(input: ImportInput, { format, identity, before }: FileStart, context: ImportContext) {
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
    this.#filling = new SampleBuffer(target.batchSamples);
    this.#writing = new SampleBuffer(target.batchSamples);
    this.#cutter = new LineCutter(before.offset, MAX_LINE_BYTES, {
      onLines: (lines) => this.#take(lines),
      onLongLine: () => this.#parser.skipLongLine(MAX_LINE_BYTES),
    });
  }

  /** How far the file has come for good. */
  get durable(): FileProgress {
    return this.#durable;
  }

  async run(): Promise<FileResult> {
    const { signal } = this.#context;
    try {
      await this.#read();
    } catch (error) {
      await this.#written;
      // Who is stopped in the middle of waiting hears of it as a fault.
      if (!signal.aborted || error instanceof ImportError) throw error;
    }
    await this.#write(!signal.aborted);
    await this.#written;
    const { series, exemplars, old } = this.#parser;
    return { progress: this.#durable, before: this.#before, series, exemplars, old };
  }

  async #read(): Promise<void> {
    const { signal, target } = this.#context;
    for await (const chunk of this.#input.read(this.#before.offset)) {
      if (signal.aborted) return;
      this.#cutter.push(chunk);
      this.#show();
      if (this.#filling.length >= target.batchSamples) await this.#write(false);
    }
    if (signal.aborted) return;
    this.#cutter.end();
    this.#checkEnd();
  }

  #take(lines: Buffer): void {
    const had = this.#filling.length;
    this.#parser.push(lines, this.#filling);
    this.#samples += this.#filling.length - had;
  }

  #show(): void {
    const { name, size } = this.#input;
    this.#context.display.update({
      name,
      size,
      bytesRead: this.#input.bytesRead(),
      samples: this.#samples - this.#before.samples,
    });
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
    // Broken off behind the last line, which was looked at then.
    if (this.#before.lines > 0 && this.#parser.lines === this.#before.lines) return;
    this.#refuse(this.#parser.lines + 1, 'the file must end with "# EOF"; it may have been cut short');
  }

  #refuse(line: number, reason: string): void {
    const { options, display } = this.#context;
    const text = `${this.#input.name}:${line}: ${reason}`;
    if (options.isStrict) throw new ImportError(text);
    this.#refused += 1;
    const shown = this.#refused - this.#before.refused;
    if (shown <= SHOWN_REFUSALS) display.say(text);
    else if (shown === SHOWN_REFUSALS + 1)
      display.say(`${this.#input.name}: more lines are refused, they are only counted`);
  }
}
