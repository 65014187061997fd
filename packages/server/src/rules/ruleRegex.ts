import type { TemplateRegex } from '@glasspane/core/alerting';
import { compileRegex } from '@glasspane/promql';

// Replacing takes time that grows with the square of the text.
const MAX_TEXT = 4096;

/** Regular expressions of templates, by the engine that PromQL has: in time linear in the text, whatever the pattern. */
export const ruleRegex: TemplateRegex = {
  test: (pattern, text) => compiled(`(?s:.*)(?:${pattern})(?s:.*)`, pattern).test(text),
  replaceAll(pattern, text, replacement) {
    if (text.length > MAX_TEXT)
      throw new Error(`error calling reReplaceAll: the text is longer than ${MAX_TEXT} characters`);
    // The first group takes as little as it can, so that the leftmost match is found.
    const search = compiled(
      `(?P<glasspane_before>(?s:.*?))(?P<glasspane_match>${pattern})(?P<glasspane_after>(?s:.*))`,
      pattern,
    );
    let done = '';
    let rest = text;
    for (;;) {
      const groups = search.match(rest);
      if (groups === undefined) return done + rest;
      const before = groups.get('glasspane_before') ?? '';
      const match = groups.get('glasspane_match') ?? '';
      done += before + expand(replacement, groups, match);
      rest = rest.slice(before.length + match.length);
      // What is bound to the beginning of the text matches once.
      if (pattern.startsWith('^')) return done + rest;
      if (match !== '') continue;
      // An empty match moves on by one character, as in Go.
      if (rest === '') return done;
      const [first = ''] = rest;
      done += first;
      rest = rest.slice(first.length);
    }
  },
};

function compiled(whole: string, pattern: string): Exclude<ReturnType<typeof compileRegex>, Error> {
  const own = compileRegex(pattern);
  if (own instanceof Error) throw own;
  const regex = compileRegex(whole);
  if (regex instanceof Error) throw regex;
  return regex;
}

/** The groups of the pattern are counted behind the two that are put around it. */
function expand(replacement: string, groups: ReadonlyMap<string, string>, match: string): string {
  return replacement.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (_, braced?: string, plain?: string) => {
    const name = braced ?? plain;
    if (name === undefined) return '$';
    if (name === '0') return match;
    return groups.get(/^\d+$/.test(name) ? String(Number(name) + 2) : name) ?? '';
  });
}
