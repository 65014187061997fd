import { type Expr, parseExpr } from '@glasspane/promql/syntax';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dashboardData } from '../promql/dashboardData.ts';
import { dashboardQueries, hasCorpus } from '../promql/languageCorpus.ts';
import { Peers, START_MS } from '../promql/Peers.ts';
import { Random } from '../promql/Random.ts';
import type { Question } from '../promql/randomQuery.ts';
import { describeWith } from '../support/describeWith.ts';
import { PROMETHEUS } from '../support/startPrometheus.ts';

if (!hasCorpus) console.warn('skipped: the queries of dashboards needs ../shared/promql and ../shared/dashboards');

const SEED = Number(process.env.SEED ?? 20_261_124);

describeWith(
  hasCorpus ? [PROMETHEUS] : [],
  'the queries of dashboards, answered by Prometheus and by our server',
  () => {
    let peers: Peers;
    const queries = hasCorpus ? dashboardQueries() : [];

    beforeAll(async () => {
      const exprs: readonly Expr[] = queries.map((query) => parseExpr(query));
      peers = await Peers.start(dashboardData(new Random(SEED), exprs, START_MS));
    });
    afterAll(() => peers?.stop());

    it.skipIf(!hasCorpus)('are the same, all of them', async () => {
      const startMs = START_MS + 1_800_007;
      const questions = queries.flatMap((query): readonly Question[] => [
        { query, startMs, range: { endMs: startMs + 900_000, stepMs: 60_000 } },
        { query, startMs: startMs + 1_000_000 },
      ]);
      const { differences, filled } = await peers.askAll(questions);
      expect(differences.join('\n')).toBe('');
      // Most find something, or the comparison would be of little worth.
      expect(filled).toBeGreaterThan(questions.length / 2);
    });
  },
);
