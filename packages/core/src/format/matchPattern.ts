/** A group that is repeated and holds a repetition: on some texts it takes a time that doubles with each character. */
const RUNAWAY = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)(?:[*+]|\{\d*,)/;

/** Longer texts are names that nobody wrote a pattern for. */
const MAX_LENGTH = 1000;

/** Returns what is wrong with a regular expression of a dashboard; `undefined` where nothing is. */
export function patternProblem(pattern: string): string | undefined {
  if (RUNAWAY.test(pattern)) return 'repeats a group that holds a repetition, which some texts make take for ever';
  try {
    new RegExp(pattern);
    return undefined;
  } catch {
    return 'is not a regular expression';
  }
}

/** Returns what a regular expression of a dashboard finds in a text; nothing where the expression is none. */
export function matchPattern(pattern: string, text: string): RegExpExecArray | undefined {
  if (text.length > MAX_LENGTH || patternProblem(pattern) !== undefined) return undefined;
  return new RegExp(pattern, 's').exec(text) ?? undefined;
}
