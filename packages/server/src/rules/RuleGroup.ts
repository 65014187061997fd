import type { Rule } from '@glasspane/core/alerting';

/** Rules that are evaluated together, one after the other. */
export interface RuleGroup {
  readonly name: string;
  /** The path of the file that it comes from; empty for rules that are edited over the API. */
  readonly file: string;
  readonly intervalMs: number;
  /** How far in the past its rules look, in milliseconds: for samples that arrive late. */
  readonly queryOffsetMs: number;
  /** The most series or alerts that one of its rules may give; 0 for no limit. */
  readonly limit: number;
  readonly rules: readonly Rule[];
}
