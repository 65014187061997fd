/**
 * A pattern that is no RE2 regular expression; worded as Go does.
 *
 * @internal
 */
export class RegexError extends Error {
  override readonly name: string = 'RegexError';

  constructor(problem: string, part: string) {
    super(`error parsing regexp: ${problem}: \`${part}\``);
  }
}
