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
    if (!Number.isFinite(result.medianMs)) {
      printRow(`  ${result.name}`, ['', ''], 'gave up');
      continue;
    }
    const ratio = ratioOf(result, yardstick);
    const cells = [`${formatMs(result.medianMs)} ms`, Number.isFinite(ratio) ? formatRatio(ratio) : ''];
    const range = `${formatMs(Math.min(...times))} to ${formatMs(Math.max(...times))}`;
    const isJudged = result.name === 'glasspane' && Number.isFinite(ratio);
    const verdict = `goal: at most ${scenario.goal} x, ${ratio <= scenario.goal ? 'met' : 'NOT MET'}`;
    const remarks = [range, droppedText(result), isJudged ? verdict : ''];
    printRow(`  ${result.name}`, cells, remarks.filter((part) => part !== '').join('; '));
  }
}

function droppedText({ measurements }: Result): string {
  const dropped = measurements.flatMap((one) => one.dropped ?? []);
  return dropped.length === 0 ? '' : `frames dropped ${dropped.join(' ')}`;
}

function ratioOf(result: Result, yardstick: Result | undefined): number {
  const whole = yardstick?.medianMs ?? Number.NaN;
  return Number.isFinite(whole) ? result.medianMs / whole : Number.NaN;
}
