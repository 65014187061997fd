/**
 * Returns the key that a request carries: as a bearer token, or as the password of basic authentication, for clients that
 * know nothing else. Something that is no key is returned as it is; `undefined` means that there is nothing.
 */
export function readCredential(authorization: string | undefined): string | undefined {
  if (authorization === undefined) return undefined;
  const [, scheme = '', text = ''] = /^(\S+)\s*(.*)$/.exec(authorization.trim()) ?? [];
  if (scheme.toLowerCase() !== 'basic') return text;
  const pair = Buffer.from(text, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}
