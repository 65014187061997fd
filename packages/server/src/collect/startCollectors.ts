import os from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Clock } from '@glasspane/core';
import type { MiddlewareHandler } from 'hono';
import type { SampleStore } from '../store/SampleStore.ts';
import { createBuiltInTargets } from './builtInTargets.ts';
import type { ServerConfig } from './config/ServerConfig.ts';
import { writeExposition } from './exposition/writeExposition.ts';
import { ProcessMetrics } from './process/ProcessMetrics.ts';
import { httpTraffic } from './registry/httpTraffic.ts';
import { MetricRegistry } from './registry/MetricRegistry.ts';
import { buildTargets } from './scrape/buildTargets.ts';
import { describeError } from './scrape/describeError.ts';
import { ScrapeLoop } from './scrape/ScrapeLoop.ts';
import type { ScrapeTarget } from './scrape/ScrapeTarget.ts';
import type { TargetsReport } from './scrape/TargetsReport.ts';

/** Where collectors say what an operator should know. */
export interface CollectorsLog {
  info(message: string): void;
  warn(message: string): void;
}

/** What collectors need. */
export interface CollectorsOptions {
  readonly config: ServerConfig;
  /** Where the samples go; each scrape is one batch. */
  readonly store: Pick<SampleStore, 'append'>;
  readonly clock: Clock;
  readonly log: CollectorsLog;
  /** The server's own address as `host:port`: the `instance` of job `glasspane`. */
  readonly address: string;
  /** How targets are reached. @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch | undefined;
  /** The name of this host: the `instance` of job `node`. @defaultValue `os.hostname()` */
  readonly hostname?: string | undefined;
}

/** The running collectors. */
export interface Collectors {
  /** Counts the traffic of the hono app it is used in; put it before everything else: `app.use(collectors.httpTraffic)`. */
  readonly httpTraffic: MiddlewareHandler;
  /** The server's own metrics; whoever adds an instrument here sees it stored under job `glasspane` and at `/metrics`. */
  readonly registry: MetricRegistry;
  /** Returns the `data` of `/api/v1/targets`. */
  targets(): TargetsReport;
  /** Collects the server's own metrics anew and returns them in the Prometheus text format, for `/metrics`. */
  metricsText(): string;
  /** Ends all scraping and marks every series as ended in the store; resolves when the store has it, or refused it. */
  stop(): Promise<void>;
}

/** Starts the built-in collectors and the scraping of the configured targets. */
export function startCollectors(options: CollectorsOptions): Collectors {
  const { config, store, clock, log } = options;
  const stopwatch = (): number => performance.now();
  const registry = new MetricRegistry();
  const traffic = httpTraffic({ registry, stopwatch });
  // A little less than the interval, so that a scrape that comes a little early still finds a new window.
  const processMetrics = new ProcessMetrics({ clock, lagWindowMs: config.collect.intervalMs * 0.9 });
  const collectOwn = () => [...processMetrics.collect(), ...registry.collect()];

  const builtIn = createBuiltInTargets({
    collect: config.collect,
    clock,
    stopwatch,
    log,
    collectOwn,
    address: options.address,
    hostname: options.hostname ?? os.hostname(),
  });
  const { targets, dropped } = buildTargets(config.scrapeConfigs, options.fetch ?? fetch);
  const loops = [...builtIn, ...targets].map(
    (target) => new ScrapeLoop(target, { store, clock, stopwatch, onHealthChange: logHealth(log) }),
  );
  for (const loop of loops) loop.start();

  return {
    httpTraffic: traffic,
    registry,
    targets: () => ({ activeTargets: loops.map((loop) => loop.status()), ...dropped }),
    metricsText: () => writeExposition(collectOwn()),
    async stop() {
      processMetrics.stop();
      const stopped = await Promise.allSettled(loops.map((loop) => loop.stop()));
      for (const result of stopped) {
        if (result.status === 'rejected')
          log.warn(`The end of a target was not stored: ${describeError(result.reason)}`);
      }
    },
  };
}

function logHealth(log: CollectorsLog): (target: ScrapeTarget, error: string | undefined) => void {
  return ({ job, url }, error) => {
    if (error === undefined) log.info(`Target ${url} of job ${job} is up again.`);
    else log.warn(`Target ${url} of job ${job} is down: ${error}`);
  };
}
