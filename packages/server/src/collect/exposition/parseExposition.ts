import type { MetricDescriptor, MetricType } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import type { ExposedSample, Exposition } from './Exposition.ts';
import { ExpositionScanner, HASH, NEWLINE, OPEN_BRACE, unescapeText } from './ExpositionScanner.ts';
import type { LabelCache } from './LabelCache.ts';
import { parseNumber } from './parseNumber.ts';
import { readLabels } from './readLabels.ts';

/** The text formats that targets speak: Prometheus's own, version 0.0.4 and 1.0.0, and OpenMetrics 1.0. */
export type ExpositionFormat = 'prometheus' | 'openmetrics';

/** Options of {@link parseExposition}. */
export interface ParseExpositionOptions {
  readonly format: ExpositionFormat;
  /** More samples than this are an error. @defaultValue 500,000 */
  readonly maxSamples?: number | undefined;
  /** Makes the next exposition of the same target cheaper to parse. */
  readonly labelCache?: LabelCache | undefined;
}

const DEFAULT_MAX_SAMPLES = 500_000;

const PROMETHEUS_TYPES: ReadonlyMap<string, MetricType> = new Map([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  ['summary', 'summary'],
  ['untyped', 'unknown'],
]);

const OPENMETRICS_TYPES: ReadonlyMap<string, MetricType> = new Map([
  ['counter', 'counter'],
  ['gauge', 'gauge'],
  ['histogram', 'histogram'],
  // Its buckets go up and down, so nothing that is true of a histogram holds for it.
  ['gaugehistogram', 'unknown'],
  ['summary', 'summary'],
  ['info', 'info'],
  ['stateset', 'stateset'],
  ['unknown', 'unknown'],
]);

/**
 * Parses what a target exposes.
 *
 * Takes what Prometheus takes: the syntax must be right in every line, but metrics may be described after their samples,
 * or not at all. Exemplars are read and left out. Labels with an empty value are kept.
 *
 * @throws {@link ExpositionError} Where the text does not follow the format, with line and column.
 */
export function parseExposition(text: string, options: ParseExpositionOptions): Exposition {
  return new ExpositionParser(text, options).parse();
}

class ExpositionParser {
  readonly #scanner: ExpositionScanner;
  readonly #isOpenMetrics: boolean;
  readonly #maxSamples: number;
  readonly #labelCache: LabelCache | undefined;
  readonly #samples: ExposedSample[] = [];
  readonly #metadata = new Map<string, MetricDescriptor>();

  constructor(text: string, { format, maxSamples = DEFAULT_MAX_SAMPLES, labelCache }: ParseExpositionOptions) {
    this.#isOpenMetrics = format === 'openmetrics';
    this.#scanner = new ExpositionScanner(text, this.#isOpenMetrics);
    this.#maxSamples = maxSamples;
    this.#labelCache = labelCache;
  }

  parse(): Exposition {
    this.#labelCache?.begin();
    let hasEnded = false;
    while (!hasEnded && !this.#scanner.isAtEnd) {
      hasEnded = this.#isOpenMetrics ? this.#openMetricsLine() : this.#prometheusLine();
      this.#scanner.takeLineEnd();
    }
    if (this.#isOpenMetrics && !hasEnded) this.#scanner.fail('the exposition must end with "# EOF"');
    if (!this.#scanner.isAtEnd) this.#scanner.fail('nothing may follow "# EOF"');
    return { samples: this.#samples, metadata: [...this.#metadata.values()] };
  }

  /** Returns whether the line ends the exposition, which only OpenMetrics has a line for. */
  #prometheusLine(): boolean {
    const scanner = this.#scanner;
    scanner.takeBlanks();
    if (scanner.isAtLineEnd()) return false;
    if (!scanner.take(HASH)) this.#sample();
    else if (!scanner.takeBlanks() || !this.#description(['HELP', 'TYPE'])) scanner.restOfLine();
    return false;
  }

  #openMetricsLine(): boolean {
    const scanner = this.#scanner;
    if (scanner.isAt(NEWLINE)) scanner.fail('OpenMetrics has no empty lines');
    if (!scanner.takeText('# ')) {
      this.#sample();
      return false;
    }
    if (scanner.takeText('EOF')) return true;
    if (!this.#description(['HELP', 'TYPE', 'UNIT'])) scanner.fail('expected HELP, TYPE, UNIT or EOF');
    return false;
  }

  /** Reads what a line says of a metric; returns whether it says something. */
  #description(keywords: readonly string[]): boolean {
    const scanner = this.#scanner;
    // "HELPER" is a word of a comment.
    const keyword = keywords.find((word) => scanner.takeText(`${word} `) || scanner.takeText(`${word}\t`));
    if (keyword === undefined) return false;
    if (!this.#isOpenMetrics) scanner.takeBlanks();
    const name = scanner.metricName();
    // Further blanks belong to the text.
    if (!scanner.takeBlank() && !scanner.isAtLineEnd()) scanner.fail('expected a blank after the name of the metric');
    if (keyword === 'TYPE') this.#describe(name, { type: this.#type() });
    else if (keyword === 'HELP') this.#describe(name, { help: this.#help() });
    else this.#describe(name, { unit: scanner.restOfLine() });
    return true;
  }

  #type(): MetricType {
    if (!this.#isOpenMetrics) this.#scanner.takeBlanks();
    const types = this.#isOpenMetrics ? OPENMETRICS_TYPES : PROMETHEUS_TYPES;
    const type = types.get(this.#scanner.token());
    if (type === undefined) this.#scanner.fail(`expected a type before this place: ${[...types.keys()].join(', ')}`);
    this.#scanner.takeBlanks();
    return type;
  }

  #help(): string {
    const text = this.#scanner.restOfLine();
    // Prometheus's own format does not escape quotes here, so a backslash before one is meant.
    return this.#isOpenMetrics ? unescapeText(text) : text.replace(/\\([n\\])/g, (_, c) => (c === 'n' ? '\n' : c));
  }

  #describe(name: string, news: Partial<MetricDescriptor>): void {
    this.#metadata.set(name, { ...(this.#metadata.get(name) ?? { name, type: 'unknown' }), ...news });
  }

  #sample(): void {
    const scanner = this.#scanner;
    if (this.#samples.length >= this.#maxSamples) scanner.fail(`more than ${this.#maxSamples} samples are not read`);
    const labels = this.#labels();
    scanner.takeBlanks();
    const value = this.#number('a value');
    const timeMs = this.#timestamp();
    if (this.#isOpenMetrics) this.#exemplar();
    this.#samples.push(timeMs === undefined ? { labels, value } : { labels, value, timeMs });
  }

  #labels(): Labels {
    const scanner = this.#scanner;
    const cache = this.#labelCache;
    const source = cache === undefined ? '' : scanner.peekSeries();
    const known = cache?.get(source);
    if (known !== undefined) {
      scanner.takeText(source);
      return known;
    }
    const name = scanner.isAt(OPEN_BRACE) ? undefined : scanner.metricName();
    if (!this.#isOpenMetrics) scanner.takeBlanks();
    const labels = readLabels(scanner, name);
    return cache === undefined ? labels : cache.add(source, labels);
  }

  /** Reads a time where there is one, and the blanks around it. */
  #timestamp(): number | undefined {
    const scanner = this.#scanner;
    if (!scanner.takeBlanks() || scanner.isAtLineEnd() || scanner.isAt(HASH)) return undefined;
    const time = this.#number('a timestamp');
    const timeMs = this.#isOpenMetrics ? Math.round(time * 1000) : time;
    if (!Number.isSafeInteger(timeMs)) scanner.fail('the timestamp before this place is not a time');
    scanner.takeBlanks();
    return timeMs;
  }

  #exemplar(): void {
    const scanner = this.#scanner;
    if (!scanner.take(HASH)) return;
    if (!scanner.takeBlanks() || !scanner.isAt(OPEN_BRACE)) scanner.fail('expected the labels of an exemplar');
    readLabels(scanner, '');
    scanner.takeBlanks();
    this.#number('the value of an exemplar');
    if (scanner.takeBlanks()) this.#number('the time of an exemplar');
  }

  #number(what: string): number {
    const token = this.#scanner.token();
    const value = parseNumber(token);
    if (value === undefined)
      this.#scanner.fail(`expected ${what} before this place, not ${JSON.stringify(token.slice(0, 40))}`);
    return value;
  }
}
