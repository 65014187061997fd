import { compileRegex } from '@glasspane/promql/syntax';
import * as z from 'zod/mini';
import { semanticCheck } from '../../document/semanticChecks.ts';

/** A regular expression that looks for something in a text. */
export interface SearchPattern {
  finds(text: string): boolean;
  /** Replaces what it finds first; `$1` is what its first group found, `$&` all of it, `$$` a dollar. */
  replace(text: string, replacement: string): string;
}

const MAX_PATTERN = 1000;
const MAX_NAME = 1000;

/** The form of a pattern in RE2's syntax: time to match is linear in the text, so that no pattern of a document can hang a page. */
export const patternSchema: z.ZodMiniType<string> = z.string().check(
  z.minLength(1),
  z.maxLength(MAX_PATTERN),
  semanticCheck((pattern, report) => {
    const problem = patternProblem(pattern);
    if (problem !== undefined) report([], problem);
  }),
);

/** Returns what is wrong with a pattern; nothing where it is one. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > MAX_PATTERN) return `must have at most ${MAX_PATTERN} characters`;
  const compiled = compileRegex(pattern);
  if (compiled instanceof Error) return compiled.message;
  // An open quotation takes what is put after the pattern for text.
  return compileRegex(anywhere(pattern)) instanceof Error ? 'must end its quotations: \\Q with \\E' : undefined;
}

/** The expression matches whole texts, so what stands before and after is matched as well. */
function anywhere(pattern: string): string {
  return `((?s:.*?))(${pattern})(?s:.*)`;
}

/**
 * Compiles a pattern that {@link patternSchema} accepted. Of a text, the first 1,000 characters are looked at.
 *
 * @throws The error that tells what is wrong with the pattern, where it is none.
 */
export function searchPattern(pattern: string): SearchPattern {
  const compiled = compileRegex(anywhere(pattern));
  if (compiled instanceof Error) throw compiled;
  return {
    finds: (text) => compiled.test(text.slice(0, MAX_NAME)),
    replace: (text, replacement) => {
      const groups = compiled.match(text.slice(0, MAX_NAME));
      if (groups === undefined) return text;
      const [before = '', found = ''] = [groups.get('1'), groups.get('2')];
      // The two groups around the pattern's own are ours.
      const filled = fill(replacement, (group) => groups.get(String(group + 2)) ?? '');
      return before + filled + text.slice(before.length + found.length);
    },
  };
}

function fill(replacement: string, groupOf: (group: number) => string): string {
  return replacement.replace(/\$(\$|&|\d{1,2})/g, (_, what: string) => {
    if (what === '$') return '$';
    return groupOf(what === '&' ? 0 : Number(what));
  });
}
