import { compileMatchers } from '@glasspane/promql';
import type { Matcher, MatcherOperator } from '@glasspane/promql/syntax';

const MATCHER = /^\s*([A-Za-z_:][\w:]*)\s*(=~|!~|!=|=)\s*([\s\S]*?)\s*$/;

/**
 * Parses a matcher as Alertmanager and amtool write it: `severity="critical"`, `zone=~a|b`; the quotes may be left out.
 *
 * @throws Error When it is none, with Alertmanager's words.
 */
export function parseMatcher(text: string): Matcher {
  const [, name, operator, raw] = MATCHER.exec(text) ?? [];
  if (name === undefined || operator === undefined || raw === undefined) throw new Error(`bad matcher format: ${text}`);
  const matcher = { name, operator: operator as MatcherOperator, value: unquote(raw) };
  compileMatchers([matcher]);
  return matcher;
}

/**
 * Parses one or more matchers, with or without braces: `{a="b", c!~"d.*"}`.
 *
 * @throws Error When they are none.
 */
export function parseMatchers(text: string): readonly Matcher[] {
  const trimmed = text.trim();
  const isBraced = trimmed.startsWith('{');
  if (isBraced !== trimmed.endsWith('}')) throw new Error(`bad matcher format: ${text}`);
  const inner = isBraced ? trimmed.slice(1, -1) : trimmed;
  const parts = splitOutsideQuotes(inner);
  // A comma may follow the last one.
  if (parts.at(-1)?.trim() === '') parts.pop();
  return parts.map(parseMatcher);
}

function splitOutsideQuotes(text: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (character === ',' && !isQuoted) {
      parts.push('');
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    const escaped = isQuoted && character === '\\' ? (text[i + 1] ?? '') : '';
    i += escaped.length;
    parts.push(`${parts.pop() ?? ''}${character}${escaped}`);
  }
  return parts;
}

function unquote(raw: string): string {
  const isQuoted = raw.length >= 2 && raw.startsWith('"') && raw.endsWith('"');
  const body = isQuoted ? raw.slice(1, -1) : raw;
  // Matching the escapes first keeps a quote that is escaped from being taken for one that is not.
  return body.replace(/\\([\s\S]?)|"/g, (found, escaped: string | undefined) => {
    if (found === '"') throw new Error(`matcher value contains unescaped double quote: ${raw}`);
    if (escaped === 'n') return '\n';
    return escaped === '"' || escaped === '\\' ? escaped : found;
  });
}
