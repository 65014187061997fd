import { describe } from 'vitest';
import { isInstalled } from './isInstalled.ts';

/** A program that a suite needs. */
export interface Program {
  readonly command: string;
  /** The command that installs it. */
  readonly install: string;
}

/** Declares a suite that is skipped, with one line saying what to install, where a program is missing. */
export function describeWith(programs: readonly Program[], name: string, suite: () => void): void {
  const missing = programs.filter(({ command }) => !isInstalled(command));
  for (const { command, install } of missing) console.warn(`skipped: ${name} needs ${command} (${install})`);
  describe.skipIf(missing.length > 0)(name, suite);
}
