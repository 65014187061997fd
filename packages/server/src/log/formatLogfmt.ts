/** Returns pairs in the form `key=value key="other value"`; those without a value are left out. Always one line. */
export function formatLogfmt(pairs: Iterable<readonly [string, string | number | boolean | undefined]>): string {
  const known = [...pairs].filter(([, value]) => value !== undefined);
  return known.map(([key, value]) => `${key}=${formatValue(String(value))}`).join(' ');
}

// A line stays a line: what is not plain is written as a JSON string, which has no raw line break.
function formatValue(text: string): string {
  return /^[^\s"=]+$/.test(text) ? text : JSON.stringify(text);
}
