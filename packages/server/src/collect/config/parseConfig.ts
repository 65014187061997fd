import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { defaultAlertmanager, readAlertmanager } from '../../alertmanager/config/readAlertmanager.ts';
import { readReportsConfig } from '../../reports/readReportsConfig.ts';
import { readPrices } from './readPrices.ts';
import {
  readBoolean,
  readDuration,
  readInterval,
  readListOf,
  readName,
  readRecordOf,
  readText,
} from './readScalars.ts';
import { readScrapeConfig } from './readScrapeConfig.ts';
import { type ConfigIssue, ScrapeConfigError } from './ScrapeConfigError.ts';
import type { CollectConfig, GlobalConfig, LogsConfig, ScrapeConfig, ServerConfig } from './ServerConfig.ts';
import { YamlValue } from './YamlValue.ts';

const DEFAULT_GLOBAL: GlobalConfig = {
  scrapeIntervalMs: 60_000,
  scrapeTimeoutMs: 10_000,
  evaluationIntervalMs: 15_000,
  externalLabels: {},
};
const SECTIONS = ['global', 'scrape_configs', 'rule_files', 'alertmanager', 'glasspane'];
const DEFAULT_COLLECT: CollectConfig = { host: true, process: true, intervalMs: 5_000 };
const DEFAULT_LOGS: LogsConfig = { retentionMs: 7 * 24 * 3_600_000 };
const DEFAULT_GLASSPANE = { collect: DEFAULT_COLLECT, logs: DEFAULT_LOGS, prices: { prices: [] }, reports: {} };

/**
 * Parses the server's configuration file: Prometheus's own form, as far as the server understands it, and the section
 * `glasspane`. The empty text gives the defaults.
 *
 * @param fileName - The file's path: errors speak of it so, and files of secrets are found from its folder.
 * @throws {@link ScrapeConfigError} When the file has faults; it lists them all.
 */
export function parseConfig(text: string, fileName: string): ServerConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const issues = [...document.errors, ...document.warnings].map(({ message, pos }): ConfigIssue => {
    const { line, col } = lines.linePos(pos[0]);
    return { line, column: col, message };
  });
  // A text that is no YAML has no fields to speak of.
  if (issues.length > 0) throw new ScrapeConfigError(fileName, issues);
  const config = readConfig(new YamlValue(document.contents, '', { document, lines, issues }), path.dirname(fileName));
  if (issues.length > 0) throw new ScrapeConfigError(fileName, issues);
  return config;
}

function readConfig(file: YamlValue, folder: string): ServerConfig {
  const defaults = {
    global: DEFAULT_GLOBAL,
    scrapeConfigs: [],
    ruleFiles: [],
    ...DEFAULT_GLASSPANE,
    alertmanager: defaultAlertmanager(),
  };
  const fields = file.isEmpty ? undefined : file.fields(SECTIONS);
  if (fields === undefined) return defaults;
  const global = fields.optional('global', readGlobal, DEFAULT_GLOBAL);
  return {
    global,
    scrapeConfigs: fields.optional('scrape_configs', (value) => readScrapeConfigs(value, global, folder), []),
    ruleFiles: fields.optional('rule_files', readListOf(readName), []).map((file) => path.resolve(folder, file)),
    ...fields.optional('glasspane', readGlasspane, DEFAULT_GLASSPANE),
    alertmanager: fields.optional('alertmanager', readAlertmanager(folder), defaults.alertmanager),
  };
}

function readGlobal(value: YamlValue): GlobalConfig | undefined {
  const fields = value.fields(['scrape_interval', 'scrape_timeout', 'evaluation_interval', 'external_labels']);
  if (fields === undefined) return undefined;
  const scrapeIntervalMs = fields.optional('scrape_interval', readInterval, DEFAULT_GLOBAL.scrapeIntervalMs);
  const fallbackMs = Math.min(DEFAULT_GLOBAL.scrapeTimeoutMs, scrapeIntervalMs);
  const scrapeTimeoutMs = fields.optional('scrape_timeout', readInterval, fallbackMs);
  if (scrapeTimeoutMs > scrapeIntervalMs) {
    fields.fail('scrape_timeout', 'global.scrape_timeout must not be longer than global.scrape_interval');
  }
  return {
    scrapeIntervalMs,
    scrapeTimeoutMs,
    evaluationIntervalMs: fields.optional('evaluation_interval', readInterval, DEFAULT_GLOBAL.evaluationIntervalMs),
    externalLabels: fields.optional('external_labels', readRecordOf(readText), {}),
  };
}

function readScrapeConfigs(
  value: YamlValue,
  global: GlobalConfig,
  folder: string,
): readonly ScrapeConfig[] | undefined {
  const read = readScrapeConfig(global, folder);
  const seen = new Set<string>();
  return readListOf((item) => {
    const config = read(item);
    if (config === undefined) return undefined;
    const { jobName } = config;
    if (seen.has(jobName)) item.fail(`there is a job ${JSON.stringify(jobName)} already; job_name must be unique`);
    seen.add(jobName);
    return config;
  })(value);
}

function readGlasspane(value: YamlValue): Pick<ServerConfig, 'collect' | 'logs' | 'prices' | 'reports'> | undefined {
  const fields = value.fields(['collect', 'logs', 'prices', 'reports']);
  if (fields === undefined) return undefined;
  return {
    collect: fields.optional('collect', readCollect, DEFAULT_COLLECT),
    logs: fields.optional('logs', readLogs, DEFAULT_LOGS),
    prices: fields.optional('prices', readPrices, DEFAULT_GLASSPANE.prices),
    reports: fields.optional('reports', readReportsConfig, DEFAULT_GLASSPANE.reports),
  };
}

function readLogs(value: YamlValue): LogsConfig | undefined {
  const fields = value.fields(['retention']);
  if (fields === undefined) return undefined;
  return { retentionMs: fields.optional('retention', readDuration, DEFAULT_LOGS.retentionMs) };
}

function readCollect(value: YamlValue): CollectConfig | undefined {
  const fields = value.fields(['host', 'process', 'interval']);
  if (fields === undefined) return undefined;
  return {
    host: fields.optional('host', readBoolean, DEFAULT_COLLECT.host),
    process: fields.optional('process', readBoolean, DEFAULT_COLLECT.process),
    intervalMs: fields.optional('interval', readInterval, DEFAULT_COLLECT.intervalMs),
  };
}
