import path from 'node:path';
import { readText } from './readScalars.ts';
import type { ScrapeAuth, Secret } from './ServerConfig.ts';
import type { YamlFields, YamlReader } from './YamlValue.ts';

/** Reads `basic_auth` or `authorization`, of which a job has at most one. Files are found from the folder given. */
export function readAuth(fields: YamlFields, folder: string): ScrapeAuth | undefined {
  if (fields.has('basic_auth') && fields.has('authorization')) {
    fields.fail('authorization', 'a job has either basic_auth or authorization, not both');
  }
  const basic = fields.optional<ScrapeAuth | undefined>('basic_auth', readBasicAuth(folder), undefined);
  return fields.optional<ScrapeAuth | undefined>('authorization', readHeaderAuth(folder), basic);
}

function readBasicAuth(folder: string): YamlReader<ScrapeAuth> {
  return (value) => {
    const fields = value.fields(['username', 'password', 'password_file']);
    if (fields === undefined) return undefined;
    const username = fields.optional('username', readText, '');
    return { type: 'basic', username, password: readSecret(fields, 'password', folder) ?? { value: '' } };
  };
}

function readHeaderAuth(folder: string): YamlReader<ScrapeAuth> {
  return (value) => {
    const fields = value.fields(['type', 'credentials', 'credentials_file']);
    if (fields === undefined) return undefined;
    const scheme = fields.optional('type', readText, 'Bearer').trim();
    if (scheme.toLowerCase() === 'basic') fields.fail('type', 'use basic_auth for the type Basic');
    const credentials = readSecret(fields, 'credentials', folder);
    return credentials === undefined
      ? value.fail(`${value.path} needs the field credentials or credentials_file`)
      : { type: 'header', scheme, credentials };
  };
}

/** Reads a secret, or the name of the file that holds it; the file is found from the folder given. */
export function readSecret(fields: YamlFields, name: string, folder: string): Secret | undefined {
  const fileField = `${name}_file`;
  if (fields.has(name) && fields.has(fileField))
    fields.fail(fileField, `give either ${name} or ${fileField}, not both`);
  if (fields.has(fileField)) return { file: path.resolve(folder, fields.optional(fileField, readText, '')) };
  return fields.has(name) ? { value: fields.optional(name, readText, '') } : undefined;
}
