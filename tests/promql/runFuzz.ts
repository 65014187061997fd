import type { SampleSource } from '@glasspane/promql';
import { fuzzQuery, seedQueries, tryEvaluation, tryLanguage, tryRegex } from './fuzzLanguage.ts';
import { Random } from './Random.ts';

/** Two minutes of a few series, the same each time. */
const source: SampleSource = {
  select: () =>
    ['a', 'b', 'c'].map((job, index) => ({
      labels: { __name__: index === 2 ? 'y' : 'x', job, le: index === 0 ? '1' : '+Inf' },
      times: Float64Array.from({ length: 60 }, (_, row) => row * 15_000),
      values: Float64Array.from({ length: 60 }, (_, row) => (row * (index + 1)) % 17),
    })),
};

/** What a run has found. */
export interface FuzzReport {
  /** Texts that end in the wrong error, or are printed in two ways; each with what went wrong. */
  readonly faults: readonly string[];
  /** How long the slowest text took, and which it was. */
  readonly slowestMs: number;
  readonly slowest: string;
  readonly accepted: number;
  readonly evaluated: number;
}

/**
 * Reads many random texts, prints, formats and reads them again, evaluates some, and compiles as many regular
 * expressions as a tenth.
 */
export async function runFuzz(seed: number, count: number): Promise<FuzzReport> {
  const random = new Random(seed);
  const queries = seedQueries();
  const faults: string[] = [];
  let [slowestMs, slowest, accepted, evaluated] = [0, '', 0, 0];
  for (let index = 0; index < count && faults.length < 20; index += 1) {
    const text = fuzzQuery(random, queries);
    const startedMs = performance.now();
    const { isAccepted, fault } = tryLanguage(text);
    const tookMs = performance.now() - startedMs;
    if (tookMs > slowestMs) [slowestMs, slowest] = [tookMs, text];
    const found = [fault, index % 10 === 0 ? tryRegex(random) : undefined];
    if (isAccepted) {
      accepted += 1;
      if (accepted % 10 === 0) {
        evaluated += 1;
        found.push(await tryEvaluation(text, source));
      }
    }
    for (const one of found) if (one !== undefined) faults.push(`#${index} ${JSON.stringify(text)} ${one}`);
  }
  return { faults, slowestMs, slowest, accepted, evaluated };
}
