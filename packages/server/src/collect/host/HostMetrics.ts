import type { MetricFamily } from '../exposition/Exposition.ts';
import { gauge, type LabelledValue } from '../exposition/metricFamily.ts';
import type { HostCollectors } from './createHostCollectors.ts';
import type { HostCollector } from './HostCollector.ts';

/** What {@link HostMetrics} needs besides its collectors. */
export interface HostMetricsOptions {
  /** Returns a time in milliseconds with fractions, for differences only. */
  readonly stopwatch: () => number;
  /** Hears once of each collector that begins to fail. */
  readonly onFailure: (collector: string, reason: string) => void;
}

interface Outcome {
  readonly name: string;
  readonly families: readonly MetricFamily[];
  readonly seconds: number;
  readonly error: unknown;
}

/** The metrics of this host, and what collecting each group of them costs. */
export class HostMetrics {
  readonly #collectors: readonly HostCollector[];
  readonly #missing: readonly string[];
  readonly #options: HostMetricsOptions;
  readonly #failing = new Set<string>();

  constructor({ collectors, missing }: HostCollectors, options: HostMetricsOptions) {
    this.#collectors = collectors;
    this.#missing = missing;
    this.#options = options;
  }

  /** Asks every collector, one after the other so that each one's duration is its own. */
  async collect(): Promise<readonly MetricFamily[]> {
    const outcomes: Outcome[] = [];
    for (const collector of this.#collectors) outcomes.push(await this.#run(collector));
    return [...outcomes.flatMap(({ families }) => families), ...this.#report(outcomes)];
  }

  async #run({ name, collect }: HostCollector): Promise<Outcome> {
    const startedMs = this.#options.stopwatch();
    const secondsSince = (): number => (this.#options.stopwatch() - startedMs) / 1000;
    try {
      const families = await collect();
      this.#failing.delete(name);
      return { name, families, seconds: secondsSince(), error: undefined };
    } catch (error) {
      if (!this.#failing.has(name))
        this.#options.onFailure(name, error instanceof Error ? error.message : String(error));
      this.#failing.add(name);
      return { name, families: [], seconds: secondsSince(), error };
    }
  }

  #report(outcomes: readonly Outcome[]): readonly MetricFamily[] {
    const supported = outcomes.map(({ name, error }): LabelledValue => [{ collector: name }, isAbsent(error) ? 0 : 1]);
    const missing = this.#missing.map((collector): LabelledValue => [{ collector }, 0]);
    return [
      gauge(
        'node_scrape_collector_duration_seconds',
        'How long the collector took.',
        outcomes.map(({ name, seconds }): LabelledValue => [{ collector: name }, seconds]),
      ),
      gauge(
        'node_scrape_collector_success',
        'Whether the collector could read what it reads.',
        outcomes.map(({ name, error }): LabelledValue => [{ collector: name }, error === undefined ? 1 : 0]),
      ),
      gauge('glasspane_collector_supported', 'Whether this host has what the collector reads.', [
        ...supported,
        ...missing,
      ]),
    ];
  }
}

// A file that is not there, and what the kernel answers for one that it has but does not fill.
const ABSENT_CODES: readonly unknown[] = ['ENOENT', 'ENOTSUP', 'EOPNOTSUPP'];

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ABSENT_CODES.includes(error.code);
}
