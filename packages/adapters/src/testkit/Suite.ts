import type { Matcher } from '@glasspane/promql/syntax';
import type { TestContext } from 'vitest';
import type { AdapterInstance } from './AdapterUnderTest.ts';
import type { Fixture } from './fixture.ts';

/** What a group of rules works with. */
export interface SuiteContext {
  /** Declares a rule of the specification. The check may skip itself where the backend lacks the capability. */
  rule(id: string, title: string, check: (test: TestContext) => Promise<void>): void;
  /** Returns the loaded instance; only while rules run. */
  instance(): AdapterInstance;
  /** Returns the data that was loaded; only while rules run. */
  fixture(): Fixture;
  /** Makes another instance, without data. */
  create(): Promise<AdapterInstance>;
  /** Writes a selection in the backend's language. */
  select(metric: string, ...matchers: readonly Matcher[]): string;
  /** A text that is no query in the backend's language. */
  readonly invalidQuery: string;
  /** The time of a rule that waits for something, in milliseconds. */
  readonly patienceMs: number;
}

/** A group of rules. */
export type Suite = (context: SuiteContext) => void;

export const equal = (name: string, value: string): Matcher => ({ name, operator: '=', value });
