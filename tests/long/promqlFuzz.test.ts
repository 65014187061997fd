import { expect, it } from 'vitest';
import { runFuzz } from '../promql/runFuzz.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_261_125);
const COUNT = Number(process.env.COUNT ?? 1_000_000);

it(`PromQL reads, prints or refuses ${COUNT} random texts, and does nothing else (SEED=${SEED})`, async () => {
  const { faults, slowest, ...counts } = await runFuzz(SEED, COUNT);
  console.info(counts);
  expect(faults).toEqual([]);
  expect(counts.accepted).toBeGreaterThan(COUNT / 20);
  expect(counts.slowestMs, slowest.slice(0, 1000)).toBeLessThan(10_000);
});
