import type { PriceList } from '@glasspane/core/cost';
import type { AlertmanagerConfig } from '../../alertmanager/config/AlertmanagerConfig.ts';
import type { ReportsConfig } from '../../reports/readReportsConfig.ts';
import type { RelabelRule } from '../scrape/RelabelRule.ts';

/** The server's configuration file, parsed: every default filled in, every duration in milliseconds. */
export interface ServerConfig {
  readonly global: GlobalConfig;
  /** What is scraped over HTTP. */
  readonly scrapeConfigs: readonly ScrapeConfig[];
  /** The paths of the files of rules; `*` stands for any characters in the last part of one. */
  readonly ruleFiles: readonly string[];
  /** What the server collects by itself, without a scrape over HTTP. */
  readonly collect: CollectConfig;
  readonly logs: LogsConfig;
  /** What things cost: section `glasspane.prices` of the file. */
  readonly prices: PriceList;
  readonly reports: ReportsConfig;
  /** Who is told of alerts. */
  readonly alertmanager: AlertmanagerConfig;
}

/** What holds for every scrape and every rule that does not say otherwise. */
export interface GlobalConfig {
  readonly scrapeIntervalMs: number;
  readonly scrapeTimeoutMs: number;
  /** How often rules are evaluated that do not say it. */
  readonly evaluationIntervalMs: number;
  /** Labels that tell this server from others when its data leave it. */
  readonly externalLabels: Readonly<Record<string, string>>;
}

/** The built-in collectors: section `glasspane.collect` of the file. */
export interface CollectConfig {
  /** Collects this host, as job `node`. */
  readonly host: boolean;
  /** Collects this process and its HTTP traffic, as job `glasspane`. */
  readonly process: boolean;
  readonly intervalMs: number;
}

/** What is kept of logs: section `glasspane.logs` of the file. */
export interface LogsConfig {
  /** How long lines are kept. */
  readonly retentionMs: number;
}

/** One entry of `scrape_configs`. */
export interface ScrapeConfig {
  readonly jobName: string;
  readonly scrapeIntervalMs: number;
  /** Never longer than the interval. */
  readonly scrapeTimeoutMs: number;
  readonly scheme: 'http' | 'https';
  readonly metricsPath: string;
  readonly params: Readonly<Record<string, readonly string[]>>;
  /** Lets the labels of a scraped sample win over those of its target. */
  readonly honorLabels: boolean;
  /** Takes the timestamps that the target gives with its samples. */
  readonly honorTimestamps: boolean;
  readonly auth?: ScrapeAuth | undefined;
  readonly staticConfigs: readonly StaticConfig[];
  readonly relabelRules: readonly RelabelRule[];
  readonly metricRelabelRules: readonly RelabelRule[];
  /** The largest answer that is read, in bytes after decompression. */
  readonly bodySizeLimit: number;
  /** The most samples a scrape may have after metric relabeling; 0 for no limit. */
  readonly sampleLimit: number;
}

/** Targets that are known by name. */
export interface StaticConfig {
  /** Addresses in the form `host:port`. */
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** How a scrape proves who it is. Files are read again for every scrape, so that a secret may rotate. */
export type ScrapeAuth =
  | { readonly type: 'basic'; readonly username: string; readonly password: Secret }
  | { readonly type: 'header'; readonly scheme: string; readonly credentials: Secret };

/** A secret, or the file that holds it. */
export type Secret = { readonly value: string } | { readonly file: string };
