import { functionSignatures, PromqlSyntaxError, parseExpr } from '@glasspane/promql/syntax';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describeWith.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { PROMETHEUS, startPrometheus } from '../support/startPrometheus.ts';
import { dashboardQueries, hasCorpus, testDataQueries } from './languageCorpus.ts';
import { MISTAKES } from './mistakes.ts';
import { mutateQuery } from './mutateQuery.ts';
import { Random } from './Random.ts';

// Fixed, so that a red run is the fault of a change; SEED=… looks elsewhere.
const SEED = Number(process.env.SEED ?? 20_260_821);
const MUTATED = 1500;

interface Difference {
  readonly query: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What Prometheus 2.42 says otherwise, and why we say what version 3 does. */
const REASONS: readonly (readonly [reason: string, holds: (difference: Difference) => boolean])[] = [
  [
    'lengths of time may be numbers, and be computed; a length of time is a number elsewhere',
    ({ theirs }) =>
      /missing unit character in duration|bad duration syntax|expected duration|not a valid duration/.test(theirs) ||
      /unexpected duration|in subquery or range, expected|in subquery selector|unexpected colon '/.test(theirs) ||
      /trailing commas/.test(theirs),
  ],
  [
    'functions and aggregators are newer, or were renamed',
    ({ query, theirs }) =>
      functionSignatures.has(/unknown function with name "(\w+)"/.exec(theirs)?.[1] ?? '') ||
      /limitk|limit_ratio|min_of|max_of/i.test(query),
  ],
  ['start, end, step and range are functions', ({ query }) => /\b(?:start|end|step|range)\b/i.test(query)],
  ['anchored, smoothed and fill are modifiers', ({ query }) => /anchored|smoothed|fill/i.test(query)],
  [
    'names of metrics and labels may be quoted, and have a colon',
    ({ theirs }) => /unexpected (?:string|metric identifier) .*(?:matching|grouping)/.test(theirs),
  ],
  ['histograms are trimmed by </ and >/', ({ query }) => /<\/|>\//.test(query)],
  ['numbers may have underscores, and are refused whole', ({ theirs }) => /number|character: '\.'/.test(theirs)],
  ['@ has a name in messages', ({ theirs }) => theirs.includes('"<Item ')],
  ['regular expressions are quoted as they were written', ({ theirs }) => /regexp: .*(?:`\^\(\?:|\)\$`)/.test(theirs)],
];

async function askPrometheus(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/format_query`, { method: 'POST', body: new URLSearchParams({ query }) });
  const { error } = (await response.json()) as { readonly error?: string };
  return error?.replace('invalid parameter "query": ', '') ?? 'accepted';
}

function askUs(query: string): string {
  try {
    parseExpr(query);
    return 'accepted';
  } catch (error) {
    if (error instanceof PromqlSyntaxError) return error.message;
    throw error;
  }
}

describeWith([PROMETHEUS], 'mistakes in PromQL, as Prometheus and we name them', () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startPrometheus();
  });
  afterAll(() => server.stop());

  const compare = async (queries: readonly string[]): Promise<{ wrong: number; same: number; texts: string[] }> => {
    let [wrong, same] = [0, 0];
    const texts: string[] = [];
    for (const query of queries) {
      const [ours, theirs] = [askUs(query), await askPrometheus(server.url, query)];
      if (theirs !== 'accepted') wrong += 1;
      if (ours === theirs) same += theirs === 'accepted' ? 0 : 1;
      else if (!REASONS.some(([, holds]) => holds({ query, ours, theirs }))) {
        texts.push(`${JSON.stringify(query)}\n  ours:   ${ours}\n  theirs: ${theirs}`);
      }
    }
    return { wrong, same, texts };
  };

  it(`are the same ${MISTAKES.length}, with the same words and places`, async () => {
    const { wrong, same, texts } = await compare(MISTAKES);
    expect(texts).toEqual([]);
    expect(wrong).toBeGreaterThan(300);
    expect(same / wrong).toBeGreaterThan(0.9);
  });

  it.skipIf(!hasCorpus)(`are the same in ${MUTATED} queries of others, changed at random (SEED=${SEED})`, async () => {
    const random = new Random(SEED);
    const queries = [...dashboardQueries(), ...testDataQueries()].filter(({ length }) => length < 300);
    const changed = Array.from({ length: MUTATED }, () => mutateQuery(random, random.pick(queries)));
    // In an empty text there is no place, says version 3. Half of a character cannot be sent.
    const { wrong, same, texts } = await compare(changed.filter((query) => query !== '' && !/\p{Cs}/u.test(query)));
    expect(texts).toEqual([]);
    expect(wrong).toBeGreaterThan(MUTATED / 2);
    expect(same / wrong).toBeGreaterThan(0.8);
  });
});
