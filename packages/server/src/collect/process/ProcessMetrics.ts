import { performance } from 'node:perf_hooks';
import type { Clock } from '@glasspane/core';
import type { MetricFamily } from '../exposition/Exposition.ts';
import { counter, gauge } from '../exposition/metricFamily.ts';
import { EventLoopLag } from './EventLoopLag.ts';
import { GcDurations } from './GcDurations.ts';
import { collectHeap } from './heap.ts';
import { collectProcSelf } from './procSelf.ts';

/** What {@link ProcessMetrics} needs. */
export interface ProcessMetricsOptions {
  readonly clock: Clock;
  /** The length of the windows over which the event loop's lag is told; best a little less than the scrape interval. */
  readonly lagWindowMs: number;
}

/** The metrics of this process. Measures from its making until {@link ProcessMetrics.stop}. */
export class ProcessMetrics {
  readonly #clock: Clock;
  readonly #lag: EventLoopLag;
  readonly #gc = new GcDurations();

  constructor({ clock, lagWindowMs }: ProcessMetricsOptions) {
    this.#clock = clock;
    this.#lag = new EventLoopLag(lagWindowMs, clock.now());
  }

  collect(): readonly MetricFamily[] {
    const { user, system } = process.cpuUsage();
    return [
      counter('process_cpu_seconds_total', 'CPU time that the process used, user and system.', (user + system) / 1e6),
      gauge('process_resident_memory_bytes', 'Memory of the process that is in RAM.', process.memoryUsage.rss()),
      gauge(
        'process_start_time_seconds',
        'When the process started, in seconds since the epoch.',
        performance.timeOrigin / 1000,
      ),
      ...collectProcSelf(process.platform),
      ...this.#lag.collect(this.#clock.now()),
      ...collectHeap(),
      this.#gc.collect(),
    ];
  }

  stop(): void {
    this.#lag.stop();
    this.#gc.stop();
  }
}
