import { median } from '../promql/statistics.ts';
import type { Entrant } from './contestants.ts';
import { type Measurement, measure } from './measure.ts';
import type { PageSource } from './openPage.ts';
import type { Scenario } from './page/scenarios.ts';

/** How a contestant did in a scenario. */
export interface Result {
  readonly name: string;
  readonly medianMs: number;
  readonly measurements: readonly Measurement[];
}

/** Whoever takes longer than this for a page gets one page only. */
const SLOW_MS = 10_000;

/** Lets all contestants draw, in turns; who goes first changes with every round. */
export async function contest(
  source: PageSource,
  scenario: Scenario,
  { entrants, rounds }: { readonly entrants: readonly Entrant[]; readonly rounds: number },
): Promise<readonly Result[]> {
  const lists = entrants.map((): Measurement[] => []);
  const isDone = (list: readonly Measurement[]): boolean => (list[0]?.ms ?? 0) > SLOW_MS;
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < entrants.length; turn += 1) {
      const index = (round + turn) % entrants.length;
      const [entrant, list] = [entrants[index], lists[index]];
      if (entrant === undefined || list === undefined || isDone(list)) continue;
      list.push(await measure(source, entrant.name, scenario));
    }
  }
  return entrants.map(({ name }, index) => {
    const measurements = lists[index] ?? [];
    return { name, medianMs: median(measurements.map(({ ms }) => ms)), measurements };
  });
}
