import { isAddress } from '../scrape/isAddress.ts';
import { readAuth } from './readAuth.ts';
import { readRelabelRule } from './readRelabelRule.ts';
import {
  readBoolean,
  readCount,
  readInterval,
  readListOf,
  readName,
  readOneOf,
  readRecordOf,
  readSizeLimit,
  readText,
} from './readScalars.ts';
import type { GlobalConfig, ScrapeConfig, StaticConfig } from './ServerConfig.ts';
import type { YamlFields, YamlReader, YamlValue } from './YamlValue.ts';

const FIELDS = [
  'job_name',
  'scrape_interval',
  'scrape_timeout',
  'metrics_path',
  'scheme',
  'params',
  'honor_labels',
  'honor_timestamps',
  'basic_auth',
  'authorization',
  'static_configs',
  'relabel_configs',
  'metric_relabel_configs',
  'body_size_limit',
  'sample_limit',
];

const DEFAULT_BODY_SIZE_LIMIT = 64 * 2 ** 20;

/** Makes a reader of one entry of `scrape_configs`. Files named in it are found from the folder given. */
export function readScrapeConfig(global: GlobalConfig, folder: string): YamlReader<ScrapeConfig> {
  return (value) => {
    const fields = value.fields(FIELDS);
    if (fields === undefined) return undefined;
    const relabelRules = fields.optional('relabel_configs', readListOf(readRelabelRule), []);
    // Where targets are relabeled, what is written here need not be an address yet.
    const readTarget = relabelRules.length > 0 ? readText : readAddress;
    return {
      jobName: fields.required('job_name', readName, ''),
      ...readTimes(fields, global),
      scheme: fields.optional('scheme', readOneOf(['http', 'https']), 'http'),
      metricsPath: fields.optional('metrics_path', readPath, '/metrics'),
      params: fields.optional('params', readRecordOf(readListOf(readText)), {}),
      honorLabels: fields.optional('honor_labels', readBoolean, false),
      honorTimestamps: fields.optional('honor_timestamps', readBoolean, true),
      auth: readAuth(fields, folder),
      staticConfigs: fields.optional('static_configs', readListOf(readStaticConfig(readTarget)), []),
      relabelRules,
      metricRelabelRules: fields.optional('metric_relabel_configs', readListOf(readRelabelRule), []),
      bodySizeLimit: fields.optional('body_size_limit', readSizeLimit, DEFAULT_BODY_SIZE_LIMIT),
      sampleLimit: fields.optional('sample_limit', readCount, 0),
    };
  };
}

function readTimes(
  fields: YamlFields,
  global: GlobalConfig,
): Pick<ScrapeConfig, 'scrapeIntervalMs' | 'scrapeTimeoutMs'> {
  const scrapeIntervalMs = fields.optional('scrape_interval', readInterval, global.scrapeIntervalMs);
  const fallbackMs = Math.min(global.scrapeTimeoutMs, scrapeIntervalMs);
  const scrapeTimeoutMs = fields.optional('scrape_timeout', readInterval, fallbackMs);
  if (scrapeTimeoutMs > scrapeIntervalMs) {
    fields.fail('scrape_timeout', "scrape_timeout must not be longer than the job's scrape_interval");
  }
  return { scrapeIntervalMs, scrapeTimeoutMs };
}

function readStaticConfig(readTarget: YamlReader<string>): YamlReader<StaticConfig> {
  return (value) => {
    const fields = value.fields(['targets', 'labels']);
    if (fields === undefined) return undefined;
    return {
      targets: fields.required('targets', readListOf(readTarget), []),
      labels: fields.optional('labels', readRecordOf(readText), {}),
    };
  };
}

function readAddress(value: YamlValue): string | undefined {
  const address = readText(value);
  if (address === undefined || isAddress(address)) return address;
  return value.fail(`${value.path} must be host:port, not ${value.description}; scheme and metrics_path are fields`);
}

function readPath(value: YamlValue): string | undefined {
  const path = readText(value);
  if (path === undefined || path.startsWith('/')) return path;
  return value.fail(`${value.path} must begin with "/", not be ${value.description}`);
}
