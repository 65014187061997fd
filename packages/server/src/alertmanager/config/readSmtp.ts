import path from 'node:path';
import { readSecret } from '../../collect/config/readAuth.ts';
import { readBoolean, readName, readText } from '../../collect/config/readScalars.ts';
import type { YamlFields, YamlReader, YamlValue } from '../../collect/config/YamlValue.ts';

import type { SmtpConfig, SmtpTls } from './AlertmanagerConfig.ts';

/** The parts of {@link SmtpConfig} that a file has given so far. */
export type SmtpParts = { readonly [TName in keyof SmtpConfig]?: SmtpConfig[TName] | undefined };

const DEFAULT_HELLO = 'localhost';

/** The fields of a mail server, in `global` with `smtp_` before them. */
export const SMTP_FIELDS: readonly string[] = [
  'from',
  'smarthost',
  'hello',
  'auth_username',
  'auth_password',
  'auth_password_file',
  'require_tls',
  'tls_config',
];

/**
 * Reads what the fields say of the mail server; the rest is as in `inherited`.
 *
 * @param prefix - Stands before the names of the fields.
 */
export function readSmtp(
  fields: YamlFields,
  folder: string,
  { prefix, inherited }: { readonly prefix: string; readonly inherited: SmtpParts },
): SmtpParts {
  const host = fields.optional<Pick<SmtpConfig, 'host' | 'port'> | undefined>(
    `${prefix}smarthost`,
    readSmarthost,
    undefined,
  );
  const username = fields.optional(`${prefix}auth_username`, readText, inherited.auth?.username ?? '');
  const password = readSecret(fields, `${prefix}auth_password`, folder) ?? inherited.auth?.password;
  if (username !== '' && password === undefined) {
    fields.fail(`${prefix}auth_username`, `a user needs ${prefix}auth_password or ${prefix}auth_password_file`);
  }
  return {
    ...inherited,
    ...host,
    from: fields.optional<string | undefined>(`${prefix}from`, readName, inherited.from),
    hello: fields.optional(`${prefix}hello`, readName, inherited.hello ?? DEFAULT_HELLO),
    requireTls: fields.optional(`${prefix}require_tls`, readBoolean, inherited.requireTls ?? true),
    tls: fields.optional<SmtpTls | undefined>(`${prefix}tls_config`, readTls(folder), inherited.tls),
    auth: username === '' || password === undefined ? undefined : { username, password },
  };
}

/** Returns the mail server when all that is needed is there; names what is missing otherwise. */
export function completeSmtp(parts: SmtpParts): SmtpConfig | readonly string[] {
  const { host, port, from, hello = DEFAULT_HELLO, requireTls = true, auth, tls } = parts;
  if (host !== undefined && port !== undefined && from !== undefined) {
    return { host, port, from, hello, requireTls, tls, auth };
  }
  return [...(from === undefined ? ['from'] : []), ...(host === undefined ? ['smarthost'] : [])];
}

function readTls(folder: string): YamlReader<SmtpTls> {
  return (value) => {
    const fields = value.fields(['ca_file', 'server_name', 'insecure_skip_verify']);
    if (fields === undefined) return undefined;
    const caFile = fields.optional<string | undefined>('ca_file', readName, undefined);
    return {
      caFile: caFile === undefined ? undefined : path.resolve(folder, caFile),
      serverName: fields.optional<string | undefined>('server_name', readName, undefined),
      insecureSkipVerify: fields.optional('insecure_skip_verify', readBoolean, false),
    };
  };
}

function readSmarthost(value: YamlValue): Pick<SmtpConfig, 'host' | 'port'> | undefined {
  const match = /^(\[[0-9a-fA-F:.]+\]|[^\s:/@]+):(\d+)$/.exec(readText(value) ?? '');
  const port = Number(match?.[2]);
  if (match?.[1] !== undefined && port >= 1 && port <= 65_535) return { host: match[1].replace(/^\[|\]$/g, ''), port };
  return value.fail(`${value.path} must be host:port, such as mail.example.com:587, not ${value.description}`);
}
