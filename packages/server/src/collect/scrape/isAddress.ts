/** Returns whether a text is `host:port` or a host alone, without what else a URL may have. */
export function isAddress(text: string): boolean {
  return !/[/?#@\s\\]/.test(text) && URL.canParse(`http://${text}`);
}
