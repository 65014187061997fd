import { parseRegex } from '../syntax/regex/parseRegex.ts';
import { RegexError } from '../syntax/regex/RegexError.ts';
import { captureGroups } from './captureGroups.ts';
import { compileProgram, type Program } from './compileProgram.ts';
import { fastTest } from './fastTest.ts';
import { LazyDfa } from './LazyDfa.ts';

/**
 * A compiled regular expression. It always has to match the whole text.
 *
 * @public
 */
export interface Regex {
  /** Returns whether the text matches. */
  test(text: string): boolean;
  /** Returns what the groups of a match took, by number and name, or `undefined` when the text does not match. */
  match(text: string): ReadonlyMap<string, string> | undefined;
}

/**
 * Compiles a regular expression in RE2's syntax. Matching takes time linear in the text, whatever the expression.
 *
 * @returns The expression, or what is wrong with the pattern.
 * @public
 */
export function compileRegex(pattern: string): Regex | RegexError {
  try {
    const node = parseRegex(pattern);
    let program: Program | undefined;
    let machine: LazyDfa | undefined;
    const compile = (): Program => {
      program ??= compileProgram(node, pattern);
      return program;
    };
    const fast = fastTest(node);
    if (fast === undefined) compile();
    return {
      test(text) {
        if (fast !== undefined) return fast(text);
        machine ??= new LazyDfa(compile());
        return machine.test(text);
      },
      match: (text) => captureGroups(compile(), text),
    };
  } catch (error) {
    if (error instanceof RegexError) return error;
    throw error;
  }
}
