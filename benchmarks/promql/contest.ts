import { Agent } from 'node:http';
import { type Asking, ask } from './ask.ts';
import { compareAnswers, type Difference, parseAnswer } from './compareAnswers.ts';
import type { BenchmarkQuery } from './queries.ts';
import type { Contestant } from './servers.ts';
import { median } from './statistics.ts';

/** How one way of asking does, for one query. */
export interface Measured {
  readonly medianMs: number;
  /** Of the body, as it came. */
  readonly bytes: number;
}

/** The ways of asking: each server plainly and with gzip, and the one that has a cache with it. */
export interface Contest {
  readonly query: BenchmarkQuery;
  readonly plain: readonly Measured[];
  readonly gzip: readonly Measured[];
  readonly cached: Measured;
  /** How the answers of the others differ from those of the first, in the order of the servers. */
  readonly differences: readonly Difference[];
}

/**
 * Asks all servers all queries without taking the time, as dashboards that have been open for some minutes have done: a
 * server in JavaScript is slow until its code has been compiled.
 */
export async function warmUp(
  contestants: readonly Contestant[],
  queries: readonly BenchmarkQuery[],
  { endMs, rounds }: { readonly endMs: number; readonly rounds: number },
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const query of queries) {
        for (const asking of askingsOf(contestants, agent)) await ask(asking, query, endMs);
      }
    }
  } finally {
    agent.destroy();
  }
}

// A few rounds of what takes a millisecond would mostly tell what the machine did just then.
const SHORTEST_MS = 2000;
const MAX_ROUNDS = 500;

/** Asks all servers in turns; who goes first changes with every round. The first round warms up and does not count. */
export async function contest(
  contestants: readonly Contestant[],
  query: BenchmarkQuery,
  { endMs, rounds }: { readonly endMs: number; readonly rounds: number },
): Promise<Contest> {
  const agent = new Agent({ keepAlive: true });
  const askings = askingsOf(contestants, agent);
  const times: number[][] = askings.map(() => []);
  const bodies: Buffer[] = [];
  try {
    const start = performance.now();
    const isEnough = (round: number): boolean =>
      round > rounds && (performance.now() - start > SHORTEST_MS || round > MAX_ROUNDS);
    for (let round = 0; !isEnough(round); round += 1) {
      for (let turn = 0; turn < askings.length; turn += 1) {
        const index = (round + turn) % askings.length;
        const asking = askings[index];
        if (asking === undefined) continue;
        const { elapsedMs, body, encoding = 'identity' } = await ask(asking, query, endMs);
        if (round > 0) times[index]?.push(elapsedMs);
        if (encoding === 'gzip' && asking.encoding !== 'gzip') throw new Error(`${asking.url} compresses unasked`);
        bodies[index] = body;
      }
    }
  } finally {
    agent.destroy();
  }
  const measured = times.map((list, index) => ({ medianMs: median(list), bytes: bodies[index]?.length ?? 0 }));
  const [ours, ...others] = contestants.map((_, index) => parseAnswer(bodies[index] ?? Buffer.alloc(0)));
  return {
    query,
    plain: measured.slice(0, contestants.length),
    gzip: measured.slice(contestants.length, 2 * contestants.length),
    cached: measured.at(-1) ?? { medianMs: Number.NaN, bytes: 0 },
    differences: others.map((answer) => compareAnswers(answer, ours ?? new Map())),
  };
}

function askingsOf(contestants: readonly Contestant[], agent: Agent): readonly Asking[] {
  const asking = ({ server, withoutCache }: Contestant, encoding: Asking['encoding']): Asking => {
    return { url: server.url, agent, encoding, parameters: withoutCache };
  };
  const cached = contestants.filter(({ name }) => name === 'victoriametrics');
  return [
    ...contestants.map((it) => asking(it, 'identity')),
    ...contestants.map((it) => asking(it, 'gzip')),
    ...cached.map((it) => ({ ...asking(it, 'identity'), parameters: {} })),
  ];
}
