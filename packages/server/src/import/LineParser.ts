import { isUtf8 } from 'node:buffer';
import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import type { ExposedSample } from '../collect/exposition/Exposition.ts';
import { ExpositionError } from '../collect/exposition/ExpositionError.ts';
import { type ExpositionFormat, parseExposition } from '../collect/exposition/parseExposition.ts';
import type { MetricNews } from './ImportTarget.ts';
import { NumberReader } from './NumberReader.ts';
import type { SampleBuffer } from './SampleBuffer.ts';
import { endOfSeries, SeriesTexts } from './SeriesTexts.ts';

/** What a {@link LineParser} needs to know. */
export interface LineParserOptions {
  readonly format: ExpositionFormat;
  /** The time of samples that come without one, in milliseconds; left out, they are refused. */
  readonly timestampMs: number | undefined;
  /** Samples after it are refused. */
  readonly maxTimeMs: number;
  /** Samples before it are counted. */
  readonly oldTimeMs: number;
  readonly seriesFor: (labels: Labels) => number;
  /** Hears of each line that cannot be taken. What it throws ends the parsing. */
  readonly onRefused: (line: number, reason: string) => void;
}

const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const OPEN_BRACE = 123;
const EOF = '# EOF';
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
/** A time in milliseconds that is read as seconds is as far away as this: the year 5138. */
const ABSURD_TIME_MS = 1e14;

/**
 * Parses lines of the text formats with samples over time, each by itself.
 *
 * Nearly all lines are "series value time" with a series that came before, and are read without making a text of them.
 * All others go through the parser of scrapes, so that both take the same.
 */
export class LineParser {
  readonly #options: LineParserOptions;
  readonly #isOpenMetrics: boolean;
  readonly #texts = new SeriesTexts();
  readonly #numbers = new NumberReader();
  readonly #metadata = new Map<string, MetricNews>();
  readonly #series = new Set<number>();
  #lines: number;

  /** How many exemplars were left out. */
  exemplars = 0;
  /** How many samples were before {@link LineParserOptions.oldTimeMs}. */
  old = 0;
  /** Whether the last line was the one that ends a file of OpenMetrics. */
  hasEnded = false;

  /** @param lines - How many lines come before those that will be parsed. */
  constructor(options: LineParserOptions, lines = 0) {
    this.#options = options;
    this.#isOpenMetrics = options.format === 'openmetrics';
    this.#lines = lines;
  }

  /** How many lines there were so far. */
  get lines(): number {
    return this.#lines;
  }

  /** How many series there were so far. */
  get series(): number {
    return this.#series.size;
  }

  /** Returns what was said of metrics since the last call. */
  takeMetadata(): MetricNews[] {
    const news = [...this.#metadata.values()];
    this.#metadata.clear();
    return news;
  }

  /** Parses whole lines, each with its line feed. */
  push(bytes: Buffer, into: SampleBuffer): void {
    let at = this.#lines === 0 && startsWith(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    while (at < bytes.length) {
      this.#lines += 1;
      const end = this.#plainLine(bytes, at, into);
      at = end > 0 ? end : this.#anyLine(bytes, at, into);
    }
  }

  /** Notes a line that is too long to be kept in memory. */
  skipLongLine(maxBytes: number): void {
    this.#lines += 1;
    this.#refuse(`the line is longer than ${maxBytes} bytes`);
  }

  /** Reads a line of the usual form; returns where the next one begins, 0 where the line has another form. */
  #plainLine(bytes: Buffer, start: number, into: SampleBuffer): number {
    const first = bytes[start];
    if (first === HASH || first === NEWLINE) return 0;
    const series = this.#texts.find(bytes, start);
    if (series === undefined || bytes[this.#texts.end] !== SPACE) return 0;
    const numbers = this.#numbers;
    numbers.position = this.#texts.end + 1;
    const value = numbers.read(bytes);
    if (value === undefined || bytes[numbers.position] !== SPACE) return 0;
    numbers.position += 1;
    const time = numbers.read(bytes);
    if (time === undefined) return 0;
    const end = bytes[numbers.position] === CARRIAGE_RETURN ? numbers.position + 1 : numbers.position;
    if (bytes[end] !== NEWLINE) return 0;
    const timeMs = this.#isOpenMetrics ? Math.round(time * 1000) : time;
    if (!Number.isSafeInteger(timeMs) || timeMs > this.#options.maxTimeMs) return 0;
    if (timeMs < this.#options.oldTimeMs) this.old += 1;
    this.hasEnded = false;
    into.add(series, timeMs, value);
    return end + 1;
  }

  #anyLine(bytes: Buffer, start: number, into: SampleBuffer): number {
    const end = bytes.indexOf(NEWLINE, start);
    const line = bytes.subarray(start, end > start && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end);
    const text = line.toString();
    this.hasEnded = this.#isOpenMetrics && text === EOF;
    if (this.hasEnded) return end + 1;
    if (!isUtf8(line)) {
      this.#refuse('the line is no UTF-8');
      return end + 1;
    }
    try {
      const { samples, metadata } = parseExposition(this.#isOpenMetrics ? `${text}\n${EOF}` : text, this.#options);
      for (const descriptor of metadata) this.#describe(descriptor);
      for (const sample of samples) this.#sample(bytes, start, sample, into);
      if (this.#isOpenMetrics && samples.length > 0) this.#countExemplar(line);
    } catch (error) {
      if (!(error instanceof ExpositionError)) throw error;
      this.#refuse(`${error.reason} (column ${error.column})`);
    }
    return end + 1;
  }

  #sample(bytes: Buffer, start: number, sample: ExposedSample, into: SampleBuffer): void {
    const timeMs = sample.timeMs ?? this.#options.timestampMs;
    if (timeMs === undefined || timeMs > this.#options.maxTimeMs) {
      this.#refuse(this.#faultOfTime(timeMs));
      return;
    }
    const texts = this.#texts;
    let series = texts.find(bytes, start);
    if (series === undefined || !isPlainSeries(bytes, texts.end)) {
      series = this.#options.seriesFor(storedLabels(sample.labels));
      this.#series.add(series);
      if (texts.end > start && isPlainSeries(bytes, texts.end)) texts.add(bytes, start, texts.end, series);
    }
    if (timeMs < this.#options.oldTimeMs) this.old += 1;
    into.add(series, timeMs, sample.value);
  }

  #countExemplar(line: Buffer): void {
    if (line.includes(' # {') && line.indexOf(' # {', endOfSeries(line, 0)) >= 0) this.exemplars += 1;
  }

  /** Each line says one thing of a metric. */
  #describe({ type, ...news }: MetricDescriptor): void {
    const isType = news.help === undefined && news.unit === undefined;
    this.#metadata.set(news.name, { ...this.#metadata.get(news.name), ...news, ...(isType ? { type } : {}) });
  }

  #faultOfTime(timeMs: number | undefined): string {
    if (timeMs === undefined) return 'the sample has no time; give one for all such with --timestamp';
    const hint =
      this.#isOpenMetrics && timeMs > ABSURD_TIME_MS ? '; if the file has milliseconds, give --format prometheus' : '';
    return `the time ${timeMs / 1000} s is in the future${hint}`;
  }

  #refuse(reason: string): void {
    this.#options.onRefused(this.#lines, reason);
  }
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/** Tells whether the series that ends here is what the line says it is: no blank may come before its labels. */
function isPlainSeries(bytes: Buffer, end: number): boolean {
  const next = bytes[end + 1];
  return bytes[end] === SPACE && next !== SPACE && next !== TAB && next !== OPEN_BRACE;
}

/** Returns the labels as the store keeps them: an empty value says that there is no such label. */
function storedLabels(labels: Labels): Labels {
  const present = Object.entries(labels).filter(([, value]) => value !== '');
  return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)));
}
