import { formatMs, formatRatio, printRow } from '../promql/table.ts';
import type { Result } from './contest.ts';
import type { Scenario } from './page/scenarios.ts';

/** What came of a scenario. */
export interface Outcome {
  readonly scenario: Scenario;
  readonly results: readonly Result[];
}

/** Prints how everybody did in a scenario, beside the first of them. */
export function printOutcome({ scenario, results }: Outcome): void {
  console.log(`\n${scenario.name}  ${scenario.title}`);
  const [yardstick] = results;
  for (const result of results) {
    const times = result.measurements.map(({ ms }) => ms);
    const ratio = ratioOf(result, yardstick);
    const isOurs = result.name === 'glasspane';
    const verdict = isOurs ? `goal: at most ${scenario.goal} x, ${ratio <= scenario.goal ? 'met' : 'NOT MET'}` : '';
    const range = `${formatMs(Math.min(...times))} to ${formatMs(Math.max(...times))}`;
    const cells = Number.isFinite(ratio) ? [`${formatMs(result.medianMs)} ms`, formatRatio(ratio)] : ['', 'gave up'];
    const remarks = Number.isFinite(ratio) ? [range, droppedText(result), verdict] : [];
    printRow(`  ${result.name}`, cells, remarks.filter((part) => part !== '').join('; '));
  }
}

function droppedText({ measurements }: Result): string {
  const dropped = measurements.flatMap((one) => one.dropped ?? []);
  return dropped.length === 0 ? '' : `frames dropped ${dropped.join(' ')}`;
}

function ratioOf(result: Result, yardstick: Result | undefined): number {
  return result.medianMs / (yardstick?.medianMs ?? Number.NaN);
}
