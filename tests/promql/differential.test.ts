import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { PROMETHEUS } from '../support/startPrometheus.ts';
import { FIXED_CASES } from './fixedCases.ts';
import { Peers, START_MS } from './Peers.ts';
import { Random } from './Random.ts';
import { DATA_MS, randomData } from './randomData.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_260_821);
const COUNT = 500;

describeWith([PROMETHEUS], 'PromQL, answered by Prometheus and by our server', () => {
  let peers: Peers;

  beforeAll(async () => {
    peers = await Peers.start(randomData(new Random(SEED), START_MS));
  });
  afterAll(() => peers?.stop());

  it.each(FIXED_CASES)('is the same for %s, where %s', async (query) => {
    const range = { endMs: START_MS + DATA_MS + 330_007, stepMs: 30_000 };
    expect(await peers.difference({ query, startMs: START_MS + 7, range })).toBeUndefined();
    for (const minutes of [1, 20, 40, 64]) {
      expect(await peers.difference({ query, startMs: START_MS + minutes * 60_000 + 7 })).toBeUndefined();
    }
  });

  it(`is the same for ${COUNT} random queries over random data (SEED=${SEED})`, async () => {
    const { differences, filled } = await peers.askRandom(SEED, COUNT);
    expect(differences.join('\n')).toBe('');
    // Most queries find something, or the comparison would be of little worth.
    expect(filled).toBeGreaterThan(COUNT / 2);
  });
});
