import { parseTestFile } from './parseTestFile.ts';
import { runCase } from './runCase.ts';
import { TestStore } from './TestStore.ts';

/** How a case ended. */
export interface CaseOutcome {
  readonly line: number;
  readonly query: string;
  /** `undefined` when it passed. */
  readonly problem: string | undefined;
}

/** Runs all cases of a file, in order, on one store. */
export async function runFile(content: string): Promise<readonly CaseOutcome[]> {
  const store = new TestStore();
  const outcomes: CaseOutcome[] = [];
  for (const command of parseTestFile(content)) {
    if (command.type === 'clear') store.clear();
    else if (command.type === 'load') store.load(command.intervalMs, command.series);
    else outcomes.push({ line: command.line, query: command.query, problem: await runCase(command, store) });
  }
  return outcomes;
}
