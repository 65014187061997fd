import { readFile } from 'node:fs/promises';
import type { ScrapeAuth, Secret } from '../config/ServerConfig.ts';

/** Returns the value of the `Authorization` header. */
export async function readAuthorization(auth: ScrapeAuth): Promise<string> {
  if (auth.type === 'header') return `${auth.scheme} ${await readSecret(auth.credentials)}`;
  const credentials = `${auth.username}:${await readSecret(auth.password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

/** Returns a secret; a file is read anew each time, so that it may rotate. */
export async function readSecret(secret: Secret): Promise<string> {
  // Editors end a file with a newline, which is not part of the secret.
  return 'value' in secret ? secret.value : (await readFile(secret.file, 'utf8')).trim();
}
