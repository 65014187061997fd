import type { Difference } from './compareAnswers.ts';
import type { Contest, Measured } from './contest.ts';
import { geometricMean } from './statistics.ts';
import { formatMs, formatRatio, printRow } from './table.ts';

/** How ours did beside its peers. */
export interface Summary {
  readonly overPrometheus: number;
  readonly overPrometheusAtMost: number;
  readonly overPrometheusGzip: number;
  readonly overVictoriaMetrics: number;
  readonly overVictoriaMetricsGzip: number;
  readonly overVictoriaMetricsCached: number;
}

/** The goals: time over that of a peer. */
const GOALS = { overPrometheus: 0.7, overPrometheusAtMost: 1.5, overVictoriaMetrics: 1 } as const;

/** Prints the head of the table of {@link printContest}. */
export function printContestHead(rounds: number): void {
  const columns = ['glasspane', 'prometheus', 'victoria', 'victoria', '/prom', '/victoria'];
  console.log(
    `\nMedians of ${rounds} in ms, answers not compressed; result caches off, but for the second column of VictoriaMetrics.`,
  );
  printRow('', ['', '', 'no cache', 'cache', '', '']);
  printRow('query', columns, 'answers against Prometheus | VictoriaMetrics');
}

/** Prints what came of one query. */
export function printContest({ query, plain, cached, differences }: Contest): void {
  const [ours, ...peers] = plain.map(({ medianMs }) => medianMs);
  const times = [...plain, cached].map(({ medianMs }) => formatMs(medianMs));
  const ratios = peers.map((peer) => formatRatio((ours ?? Number.NaN) / peer));
  const [prometheus, victoria] = differences.map(describe);
  printRow(query.name, [...times, ...ratios], `${prometheus} | ${victoria}`);
}

function describe({ peerSeries, ourSeries, samples, differing, medianGap }: Difference): string {
  if (peerSeries !== ourSeries) return `has ${peerSeries} series, we ${ourSeries}`;
  if (differing === 0) return 'equal';
  if (medianGap === Number.POSITIVE_INFINITY) return 'other labels or times';
  return `${differing} of ${samples} differ, mostly by ${(100 * medianGap).toPrecision(2)} %`;
}

/** Works out how ours did over all queries. */
export function summarize(contests: readonly Contest[]): Summary {
  const ratios = (pick: (contest: Contest) => readonly [Measured | undefined, Measured | undefined]): number[] =>
    contests.map((contest) => ratioOf(...pick(contest)));
  const overPrometheus = ratios(({ plain }) => [plain[0], plain[1]]);
  return {
    overPrometheus: geometricMean(overPrometheus),
    overPrometheusAtMost: Math.max(...overPrometheus),
    overPrometheusGzip: geometricMean(ratios(({ gzip }) => [gzip[0], gzip[1]])),
    overVictoriaMetrics: geometricMean(ratios(({ plain }) => [plain[0], plain[2]])),
    overVictoriaMetricsGzip: geometricMean(ratios(({ gzip }) => [gzip[0], gzip[2]])),
    overVictoriaMetricsCached: geometricMean(ratios(({ plain, cached }) => [plain[0], cached])),
  };
}

/** Prints how ours did over all queries, and what of the goals it meets. */
export function printSummary(summary: Summary): void {
  const line = (text: string, ratio: number, goal?: number): void => {
    const verdict = goal === undefined ? '' : `   goal: at most ${goal} x, ${ratio <= goal ? 'met' : 'NOT MET'}`;
    console.log(`${text.padEnd(58)}${formatRatio(ratio).padStart(9)}${verdict}`);
  };
  console.log('\nTime of Glasspane over that of a peer, geometric mean of all queries');
  line('Prometheus', summary.overPrometheus, GOALS.overPrometheus);
  line('Prometheus, the worst query', summary.overPrometheusAtMost, GOALS.overPrometheusAtMost);
  line('VictoriaMetrics', summary.overVictoriaMetrics, GOALS.overVictoriaMetrics);
  line('Prometheus, all answers with gzip', summary.overPrometheusGzip);
  line('VictoriaMetrics, all answers with gzip', summary.overVictoriaMetricsGzip);
  line('VictoriaMetrics with its result cache', summary.overVictoriaMetricsCached);
}

/** Prints the queries that take longer than the goal for every single one allows. */
export function printSlowQueries(contests: readonly Contest[]): void {
  const slow = contests
    .map(({ query, plain: [ours, prometheus] }) => ({ query, ratio: ratioOf(ours, prometheus) }))
    .filter(({ ratio }) => ratio > GOALS.overPrometheusAtMost)
    .sort((a, b) => b.ratio - a.ratio);
  if (slow.length === 0) return;
  console.log(`\nAbove ${GOALS.overPrometheusAtMost} x Prometheus: ${slow.length} of ${contests.length}`);
  for (const { query, ratio } of slow) printRow(query.name, [formatRatio(ratio)], query.expr);
}

function ratioOf(ours: Measured | undefined, peer: Measured | undefined): number {
  return (ours?.medianMs ?? Number.NaN) / (peer?.medianMs ?? Number.NaN);
}
