import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import { PROMETHEUS } from '../support/startPrometheus.ts';
import { Peers } from './Peers.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_260_821);
const COUNT = 500;

describeWith([PROMETHEUS], 'PromQL, answered by Prometheus and by our server', () => {
  let peers: Peers;

  beforeAll(async () => {
    peers = await Peers.start(SEED);
  });
  afterAll(() => peers?.stop());

  it(`is the same for ${COUNT} random queries over random data (SEED=${SEED})`, async () => {
    const { differences, filled } = await peers.askRandom(SEED, COUNT);
    expect(differences.join('\n')).toBe('');
    // Most queries find something, or the comparison would be of little worth.
    expect(filled).toBeGreaterThan(COUNT / 2);
  });
});
