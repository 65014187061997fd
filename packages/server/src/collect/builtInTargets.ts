import type { Clock } from '@glasspane/core';
import type { CollectConfig } from './config/ServerConfig.ts';
import type { MetricFamily } from './exposition/Exposition.ts';
import { toExposition } from './exposition/metricFamily.ts';
import { createHostCollectors } from './host/createHostCollectors.ts';
import { HostMetrics } from './host/HostMetrics.ts';
import type { ScrapeTarget } from './scrape/ScrapeTarget.ts';

/** What the built-in targets need. */
export interface BuiltInTargetsOptions {
  readonly collect: CollectConfig;
  readonly clock: Clock;
  readonly stopwatch: () => number;
  readonly log: { info(message: string): void; warn(message: string): void };
  /** Collects the metrics of the server itself. */
  readonly collectOwn: () => readonly MetricFamily[];
  readonly address: string;
  readonly hostname: string;
}

/** Makes the targets that are scraped without HTTP: this host, and the server itself. */
export function createBuiltInTargets(options: BuiltInTargetsOptions): readonly ScrapeTarget[] {
  const { collect, address, hostname, collectOwn } = options;
  const targets: ScrapeTarget[] = [];
  if (collect.host) {
    const host = createHostMetrics(options);
    targets.push(inProcessTarget('node', hostname, collect.intervalMs, () => host.collect()));
  }
  if (collect.process) {
    targets.push(inProcessTarget('glasspane', address, collect.intervalMs, async () => collectOwn()));
  }
  return targets;
}

function createHostMetrics({ clock, stopwatch, log }: BuiltInTargetsOptions): HostMetrics {
  const collectors = createHostCollectors({ clock, platform: process.platform });
  if (collectors.missing.length > 0) {
    log.info(`This platform (${process.platform}) has no ${collectors.missing.join(', ')} metrics for job node.`);
  }
  return new HostMetrics(collectors, {
    stopwatch,
    onFailure: (collector, reason) => log.warn(`Collector ${collector} of job node fails: ${reason}`),
  });
}

function inProcessTarget(
  job: string,
  instance: string,
  intervalMs: number,
  collect: () => Promise<readonly MetricFamily[]>,
): ScrapeTarget {
  return {
    job,
    url: `inprocess://${job}`,
    discoveredLabels: { __address__: instance, job },
    labels: { job, instance },
    intervalMs,
    timeoutMs: intervalMs,
    honorLabels: false,
    honorTimestamps: false,
    metricRelabelRules: [],
    sampleLimit: 0,
    startsAtOnce: true,
    scrape: async () => toExposition(await collect()),
  };
}
