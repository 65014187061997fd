import { readAuth, readSecret } from '../../collect/config/readAuth.ts';
import { readBoolean, readCount, readInterval, readListOf, readName } from '../../collect/config/readScalars.ts';
import type { Secret } from '../../collect/config/ServerConfig.ts';
import type { YamlFields, YamlReader, YamlValue } from '../../collect/config/YamlValue.ts';
import type { ChannelConfig, EmailConfig, ReceiverConfig, SlackConfig, WebhookConfig } from './AlertmanagerConfig.ts';
import { completeSmtp, readSmtp, SMTP_FIELDS, type SmtpParts } from './readSmtp.ts';

/** What receivers have that do not say otherwise: from the section `global`. */
export interface ChannelDefaults {
  readonly folder: string;
  readonly smtp: SmtpParts;
  readonly slackUrl: Secret | undefined;
}

const WEBHOOK_TIMEOUT_MS = 30_000;

/** Makes a reader of `receivers`, whose names are unique. */
export function readReceivers(defaults: ChannelDefaults): YamlReader<readonly ReceiverConfig[]> {
  const seen = new Set<string>();
  return readListOf((value) => {
    const fields = value.fields(['name', 'email_configs', 'slack_configs', 'webhook_configs']);
    if (fields === undefined) return undefined;
    const name = fields.required('name', readName, '');
    if (seen.has(name)) fields.fail('name', `there is a receiver ${JSON.stringify(name)} already; names are unique`);
    seen.add(name);
    const channels: readonly ChannelConfig[] = [
      ...fields.optional('email_configs', readListOf(readEmail(defaults)), []),
      ...fields.optional('slack_configs', readListOf(readSlack(defaults)), []),
      ...fields.optional('webhook_configs', readListOf(readWebhook(defaults)), []),
    ];
    return { name, channels };
  });
}

function readEmail({ folder, smtp }: ChannelDefaults): YamlReader<EmailConfig> {
  return (value) => {
    const fields = value.fields(['send_resolved', 'to', ...SMTP_FIELDS]);
    if (fields === undefined) return undefined;
    const own = completeSmtp(readSmtp(fields, folder, { prefix: '', inherited: smtp }));
    const to = fields.required('to', readAddresses, []);
    const sendResolved = fields.optional('send_resolved', readBoolean, false);
    if ('host' in own) return { type: 'email', sendResolved, to, smtp: own };
    return value.fail(`${value.path} needs ${own.join(' and ')}, here or as smtp_${own.join(' and smtp_')} in global`);
  };
}

function readSlack({ folder, slackUrl }: ChannelDefaults): YamlReader<SlackConfig> {
  return (value) => {
    const fields = value.fields(['send_resolved', 'api_url', 'api_url_file', 'channel', 'username', 'icon_emoji']);
    if (fields === undefined) return undefined;
    const url = readUrl(fields, 'api_url', folder) ?? slackUrl;
    if (url === undefined) return value.fail(`${value.path} needs api_url, here or as slack_api_url in global`);
    return {
      type: 'slack',
      sendResolved: fields.optional('send_resolved', readBoolean, false),
      url,
      channel: fields.optional<string | undefined>('channel', readName, undefined),
      username: fields.optional<string | undefined>('username', readName, undefined),
      iconEmoji: fields.optional<string | undefined>('icon_emoji', readName, undefined),
    };
  };
}

function readWebhook({ folder }: ChannelDefaults): YamlReader<WebhookConfig> {
  return (value) => {
    const fields = value.fields(['send_resolved', 'url', 'url_file', 'max_alerts', 'timeout', 'http_config']);
    if (fields === undefined) return undefined;
    const url = readUrl(fields, 'url', folder);
    if (url === undefined) return value.fail(`${value.path} needs the field url or url_file`);
    return {
      type: 'webhook',
      sendResolved: fields.optional('send_resolved', readBoolean, true),
      url,
      maxAlerts: fields.optional('max_alerts', readCount, 0),
      timeoutMs: fields.optional('timeout', readInterval, WEBHOOK_TIMEOUT_MS),
      auth: fields.optional<WebhookConfig['auth']>('http_config', readHttpAuth(folder), undefined),
    };
  };
}

function readHttpAuth(folder: string): YamlReader<NonNullable<WebhookConfig['auth']>> {
  return (value) => {
    const fields = value.fields(['basic_auth', 'authorization']);
    return fields === undefined ? undefined : readAuth(fields, folder);
  };
}

/** Reads an address to post to, or the name of the file that holds it. What is wrong with it is said without it. */
export function readUrl(fields: YamlFields, name: string, folder: string): Secret | undefined {
  const secret = readSecret(fields, name, folder);
  if (secret === undefined || !('value' in secret)) return secret;
  if (!isHttpUrl(secret.value)) {
    fields.fail(name, `${name} must be an address that begins with http:// or https://`);
  } else if (hasUserInfo(secret.value)) {
    fields.fail(name, `${name} must not hold a user or password; webhook_configs take them as http_config.basic_auth`);
  }
  return secret;
}

/** Returns whether an address holds a user or password, which no request can be made with. */
export function hasUserInfo(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}

/** Returns whether a text is an address that can be posted to. */
export function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function readAddresses(value: YamlValue): readonly string[] | undefined {
  const text = readName(value);
  if (text === undefined) return undefined;
  const addresses = text.split(',').map((address) => address.trim());
  const isValid = addresses.every((address) =>
    /^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(address),
  );
  return isValid ? addresses : value.fail(`${value.path} must be mail addresses, not ${value.description}`);
}
