import type { InhibitRule } from '@glasspane/core/alerting';
import { stringify } from 'yaml';
import { readInterval, readListOf, readName } from '../../collect/config/readScalars.ts';
import type { YamlFields, YamlReader, YamlValue } from '../../collect/config/YamlValue.ts';
import type { AlertmanagerConfig, SmtpConfig } from './AlertmanagerConfig.ts';
import { type ChannelDefaults, readReceivers, readUrl } from './readChannels.ts';
import { readMatchers } from './readMatchers.ts';
import { defaultRoute, readRootRoute } from './readRoute.ts';
import { completeSmtp, readSmtp, SMTP_FIELDS } from './readSmtp.ts';

const RESOLVE_TIMEOUT_MS = 300_000;
const DEFAULT_RECEIVER = 'default';

/** Makes the configuration of a server that was told of no receivers: alerts and incidents are kept, nobody is told. */
export function defaultAlertmanager(): AlertmanagerConfig {
  return {
    resolveTimeoutMs: RESOLVE_TIMEOUT_MS,
    route: defaultRoute(DEFAULT_RECEIVER),
    receivers: [{ name: DEFAULT_RECEIVER, channels: [] }],
    inhibitRules: [],
    original: '',
  };
}

/** Makes a reader of the section `alertmanager`: Alertmanager's own form. Files are found from the folder given. */
export function readAlertmanager(folder: string): YamlReader<AlertmanagerConfig> {
  return (value) => {
    const fields = value.fields(['global', 'route', 'receivers', 'inhibit_rules']);
    if (fields === undefined) return undefined;
    const noGlobal = { resolveTimeoutMs: RESOLVE_TIMEOUT_MS, defaults: { folder, smtp: {}, slackUrl: undefined } };
    const { resolveTimeoutMs, defaults } = fields.optional('global', readGlobal(folder), noGlobal);
    const receivers = fields.required('receivers', readReceivers(defaults), []);
    const route = fields.required(
      'route',
      readRootRoute(new Set(receivers.map(({ name }) => name))),
      defaultRoute(DEFAULT_RECEIVER),
    );
    const smtp = completeSmtp(defaults.smtp);
    return {
      resolveTimeoutMs,
      smtp: 'host' in smtp ? (smtp as SmtpConfig) : undefined,
      route,
      receivers,
      inhibitRules: fields.optional('inhibit_rules', readListOf(readInhibitRule), []),
      original: stringify(withoutSecrets(value.plain)),
    };
  };
}

function readGlobal(
  folder: string,
): YamlReader<{ readonly resolveTimeoutMs: number; readonly defaults: ChannelDefaults }> {
  return (value) => {
    const smtpFields = SMTP_FIELDS.map((name) => `smtp_${name}`);
    const fields = value.fields(['resolve_timeout', 'slack_api_url', 'slack_api_url_file', ...smtpFields]);
    if (fields === undefined) return undefined;
    return {
      resolveTimeoutMs: fields.optional('resolve_timeout', readInterval, RESOLVE_TIMEOUT_MS),
      defaults: {
        folder,
        smtp: readSmtp(fields, folder, { prefix: 'smtp_', inherited: {} }),
        slackUrl: readUrl(fields, 'slack_api_url', folder),
      },
    };
  };
}

function readInhibitRule(value: YamlValue): InhibitRule | undefined {
  const side = (name: string): readonly string[] => [`${name}_matchers`, `${name}_match`, `${name}_match_re`];
  const fields = value.fields([...side('source'), ...side('target'), 'equal']);
  if (fields === undefined) return undefined;
  return {
    sourceMatchers: readSide(fields, 'source'),
    targetMatchers: readSide(fields, 'target'),
    equal: fields.optional('equal', readListOf(readName), []),
  };
}

function readSide(fields: YamlFields, name: string): InhibitRule['sourceMatchers'] {
  const matchers = `${name}_matchers`;
  return readMatchers(fields, { matchers, equals: `${name}_match`, regexes: `${name}_match_re` });
}

// Addresses to post to hold tokens as often as not.
const SECRET_FIELDS = /(?:^|_)(?:password|credentials|url)$/;

function withoutSecrets(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item));
  if (typeof value !== 'object' || value === null) return SECRET_FIELDS.test(name) ? '<secret>' : value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner, key)]));
}
