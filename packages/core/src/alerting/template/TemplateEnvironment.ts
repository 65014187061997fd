import type { TemplateSample } from './TemplateValue.ts';

/** Regular expressions in RE2's syntax, as `match` and `reReplaceAll` need them. */
export interface TemplateRegex {
  /** Returns whether some part of the text matches. */
  test(pattern: string, text: string): boolean;
  /** Returns the text with each match replaced; `$1` and `${name}` stand for groups. */
  replaceAll(pattern: string, text: string, replacement: string): string;
}

/** What the functions of a template can reach. */
export interface TemplateEnvironment {
  /** The time of the evaluation, in milliseconds since the epoch. */
  readonly nowMs: number;
  /** Where people reach the server; may be empty. */
  readonly externalUrl: string;
  /** Left out: `match` and `reReplaceAll` are errors. */
  readonly regex?: TemplateRegex | undefined;
  /** Answers `query`. Left out: it is an error. */
  readonly query?: ((expr: string) => readonly TemplateSample[]) | undefined;
}
