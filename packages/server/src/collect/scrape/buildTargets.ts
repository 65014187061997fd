import { GlasspaneError } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import { formatDuration, MAX_INTERVAL_MS, parseDuration } from '../config/duration.ts';
import type { ScrapeConfig } from '../config/ServerConfig.ts';
import { LabelCache } from '../exposition/LabelCache.ts';
import { isAddress } from './isAddress.ts';
import { withoutEmptyValues } from './mergeTargetLabels.ts';
import { relabel } from './relabel.ts';
import type { ScrapeTarget } from './ScrapeTarget.ts';
import { scrapeOverHttp } from './scrapeOverHttp.ts';
import type { TargetsReport } from './TargetsReport.ts';

/** The targets of a configuration, and those that relabeling dropped. */
export interface BuiltTargets {
  readonly targets: readonly ScrapeTarget[];
  readonly dropped: Omit<TargetsReport, 'activeTargets'>;
}

type Fetch = typeof fetch;

const PARAM_PREFIX = '__param_';

/**
 * Makes the targets of a configuration: gives each its discovered labels, relabels them, and reads from the outcome where
 * and how to scrape. Two targets that come out the same are one.
 *
 * @throws {@link GlasspaneError} When relabeling leaves a target with an address, interval or timeout that is none.
 */
export function buildTargets(configs: readonly ScrapeConfig[], fetch: Fetch): BuiltTargets {
  const targets = new Map<string, ScrapeTarget>();
  const droppedTargets: { discoveredLabels: Labels }[] = [];
  const droppedTargetCounts = new Map<string, number>();
  for (const config of configs) {
    droppedTargetCounts.set(config.jobName, 0);
    for (const discoveredLabels of discover(config)) {
      const labels = relabel(discoveredLabels, config.relabelRules);
      if (labels === undefined) {
        droppedTargets.push({ discoveredLabels });
        droppedTargetCounts.set(config.jobName, (droppedTargetCounts.get(config.jobName) ?? 0) + 1);
        continue;
      }
      const target = toTarget(config, discoveredLabels, labels, fetch);
      targets.set(JSON.stringify([config.jobName, target.url, Object.entries(target.labels).sort()]), target);
    }
  }
  return {
    targets: [...targets.values()],
    dropped: { droppedTargets, droppedTargetCounts: Object.fromEntries(droppedTargetCounts) },
  };
}

function discover(config: ScrapeConfig): readonly Labels[] {
  const params = Object.entries(config.params).map(([name, values]) => [`${PARAM_PREFIX}${name}`, values[0] ?? '']);
  return config.staticConfigs.flatMap(({ targets, labels }) =>
    targets.map((address) => ({
      ...Object.fromEntries(params),
      job: config.jobName,
      __scheme__: config.scheme,
      __metrics_path__: config.metricsPath,
      __scrape_interval__: formatDuration(config.scrapeIntervalMs),
      __scrape_timeout__: formatDuration(config.scrapeTimeoutMs),
      ...labels,
      __address__: address,
    })),
  );
}

function toTarget(config: ScrapeConfig, discoveredLabels: Labels, labels: Labels, fetch: Fetch): ScrapeTarget {
  const address = labels.__address__ ?? '';
  const url = urlOf(config, labels, address);
  const intervalMs = durationOf(labels, '__scrape_interval__', address);
  const timeoutMs = durationOf(labels, '__scrape_timeout__', address);
  if (timeoutMs > intervalMs) {
    throw new GlasspaneError(
      'invalid',
      `Relabeling gives target ${address} a timeout that is longer than its interval.`,
    );
  }
  const { honorLabels, honorTimestamps, metricRelabelRules, sampleLimit, auth, bodySizeLimit } = config;
  const labelCache = new LabelCache();
  const visible = Object.entries(labels).filter(([name]) => !name.startsWith('__'));
  return {
    job: config.jobName,
    url,
    discoveredLabels,
    labels: withoutEmptyValues({ instance: address, ...Object.fromEntries(visible) }),
    intervalMs,
    timeoutMs,
    honorLabels,
    honorTimestamps,
    metricRelabelRules,
    sampleLimit,
    startsAtOnce: false,
    scrape: (signal) => scrapeOverHttp({ url, timeoutMs, auth, bodySizeLimit, fetch, labelCache }, signal),
  };
}

function urlOf(config: ScrapeConfig, labels: Labels, address: string): string {
  if (!isAddress(address)) {
    throw new GlasspaneError(
      'invalid',
      `Job ${config.jobName} has a target ${JSON.stringify(address)}, which is not host:port.`,
    );
  }
  const url = new URL(`${labels.__scheme__}://${address}`);
  url.pathname = labels.__metrics_path__ ?? '';
  for (const [name, values] of Object.entries(config.params)) {
    const [, ...others] = values;
    const first = labels[`${PARAM_PREFIX}${name}`];
    for (const value of first === undefined ? others : [first, ...others]) url.searchParams.append(name, value);
  }
  // Relabeling may add parameters that the configuration does not have.
  for (const [label, value] of Object.entries(labels)) {
    const name = label.slice(PARAM_PREFIX.length);
    if (label.startsWith(PARAM_PREFIX) && !Object.hasOwn(config.params, name)) url.searchParams.append(name, value);
  }
  return url.href;
}

function durationOf(labels: Labels, name: string, address: string): number {
  const durationMs = parseDuration(labels[name] ?? '');
  if (durationMs === undefined || durationMs === 0 || durationMs > MAX_INTERVAL_MS) {
    throw new GlasspaneError(
      'invalid',
      `Relabeling gives target ${address} the ${name} ${JSON.stringify(labels[name])}, which is no duration, or more than 24d.`,
    );
  }
  return durationMs;
}
