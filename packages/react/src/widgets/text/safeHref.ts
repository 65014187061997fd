const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * Returns the address of a link where it is one that a dashboard may hold: http, https, mailto, or relative to the page.
 * Anything else, `javascript:` and `data:` above all, gives `undefined`.
 */
export function safeHref(address: string): string | undefined {
  // Browsers drop control characters and spaces before they read the scheme, so these never belong to an address.
  const href = [...address.trim()].filter((character) => (character.codePointAt(0) ?? 0) > 0x20).join('');
  const scheme = /^([^/?#]*?):/.exec(href)?.[1];
  if (href === '') {
    return undefined;
  }
  return scheme === undefined || ALLOWED.has(`${scheme.toLowerCase()}:`) ? href : undefined;
}
