/**
 * Returns the name that a name in Prometheus's "values" escaping stands for: `U__` in front, `__` for `_`, and `_2e_` for
 * the character with that number in hexadecimal. What is not in this form is returned as it is.
 */
export function unescapeName(escaped: string): string {
  if (!escaped.startsWith('U__')) return escaped;
  const body = escaped.slice(3);
  if (!/^(?:[^_]|__|_[0-9a-f]{1,6}_)*$/i.test(body)) return escaped;
  const codes = Array.from(body.matchAll(/_([0-9a-f]+)_/gi), ([, code = '']) => Number.parseInt(code, 16));
  if (codes.some((code) => code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))) return escaped;
  return body.replaceAll(/__|_([0-9a-f]+)_/gi, (_, code: string | undefined) =>
    code === undefined ? '_' : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
