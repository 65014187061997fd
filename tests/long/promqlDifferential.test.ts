import { afterAll, beforeAll, expect, it } from 'vitest';
import { Peers, START_MS } from '../promql/Peers.ts';
import { Random } from '../promql/Random.ts';
import { randomData } from '../promql/randomData.ts';
import { describeWith } from '../support/describeWith.ts';
import { PROMETHEUS } from '../support/startPrometheus.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_261_124);
const COUNT = Number(process.env.COUNT ?? 20_000);

describeWith([PROMETHEUS], 'PromQL, answered by Prometheus and by our server', () => {
  let peers: Peers;
  beforeAll(async () => {
    peers = await Peers.start(randomData(new Random(SEED), START_MS));
  });
  afterAll(() => peers?.stop());

  it(`is the same for ${COUNT} random queries over random data (SEED=${SEED})`, async () => {
    const { differences, ...counts } = await peers.askRandom(SEED, COUNT);
    expect(differences.slice(0, 60).join('\n'), `${differences.length} differences`).toBe('');
    // Most queries find something, or the comparison would be of little worth.
    expect(counts.filled).toBeGreaterThan(COUNT / 2);
  });
});
