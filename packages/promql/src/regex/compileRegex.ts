import { parseRegex } from '../syntax/regex/parseRegex.ts';
import { RegexError } from '../syntax/regex/RegexError.ts';
import { captureGroups } from './captureGroups.ts';
import { compileProgram } from './compileProgram.ts';
import { fastTest } from './fastTest.ts';
import { LazyDfa } from './LazyDfa.ts';
import { Machine } from './Machine.ts';

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
    let machine: Machine | undefined;
    let dfa: LazyDfa | undefined;
    const compile = (): Machine => {
      machine ??= new Machine(compileProgram(node, pattern));
      return machine;
    };
    const fast = fastTest(node);
    if (fast === undefined) compile();
    const test = (text: string): boolean => {
      if (fast !== undefined) return fast(text);
      dfa ??= new LazyDfa(compile());
      return dfa.test(text);
    };
    // Most texts that do not match are told apart faster without the groups.
    const match = (text: string): ReadonlyMap<string, string> | undefined => {
      if (!test(text)) return undefined;
      const program = compile();
      return program.groups.length === 0 ? new Map([['0', text]]) : captureGroups(program, text);
    };
    return { test, match };
  } catch (error) {
    if (error instanceof RegexError) return error;
    throw error;
  }
}
