import { parseExpr } from '@glasspane/promql/syntax';
import { type RemoteSeries, remoteWrite } from '../support/remoteWrite.ts';
import { startGlasspaneServer } from '../support/startGlasspaneServer.ts';
import type { RunningServer } from '../support/startProcess.ts';
import { startPrometheus } from '../support/startPrometheus.ts';
import { type Answer, askServer } from './askServer.ts';
import { differenceOf } from './differenceOf.ts';
import { Random } from './Random.ts';
import { type Question, randomQuestion } from './randomQuery.ts';
import { toVersion2 } from './toVersion2.ts';

export const START_MS = Date.UTC(2026, 0, 1);

/** How many questions are under way at once. */
const LANES = 6;

const SERIES_PER_REQUEST = 500;

/** What came of many questions. */
export interface Outcome {
  readonly differences: readonly string[];
  /** How many of Prometheus's answers held anything. */
  readonly filled: number;
  readonly failed: number;
  /** How many of Prometheus's failures were let pass. */
  readonly passed: number;
}

/** Prometheus and our server, with the same random data, which are asked the same. */
export class Peers {
  readonly #prometheus: RunningServer;
  readonly #ours: RunningServer;

  private constructor(prometheus: RunningServer, ours: RunningServer) {
    this.#prometheus = prometheus;
    this.#ours = ours;
  }

  /** Starts both and gives them the series. */
  static async start(series: readonly RemoteSeries[]): Promise<Peers> {
    const config = JSON.stringify({ glasspane: { collect: { host: false, process: false } } });
    const lookback = '--query.lookback-delta=4m59s999ms';
    const prometheus = await startPrometheus({ hasRemoteWriteReceiver: true, args: [lookback] });
    try {
      const ours = await startGlasspaneServer({ config, args: ['--retention', '3650d'] });
      const peers = new Peers(prometheus, ours);
      try {
        await peers.#load(series);
        return peers;
      } catch (error) {
        await ours.stop();
        throw error;
      }
    } catch (error) {
      await prometheus.stop();
      throw error;
    }
  }

  async #load(series: readonly RemoteSeries[]): Promise<void> {
    for (let from = 0; from < series.length; from += SERIES_PER_REQUEST) {
      const part = series.slice(from, from + SERIES_PER_REQUEST);
      const servers = [this.#prometheus, this.#ours];
      await Promise.all(servers.map(({ url }) => remoteWrite(`${url}/api/v1/write`, { series: part })));
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.#prometheus.stop(), this.#ours.stop()]);
  }

  /** Asks both the same. */
  async ask(question: Question): Promise<{ readonly ours: Answer; readonly theirs: Answer }> {
    const [ours, theirs] = await Promise.all([
      askServer(this.#ours.url, question),
      askServer(this.#prometheus.url, { ...question, query: toVersion2(question.query) }),
    ]);
    return { ours, theirs };
  }

  /** Returns in words how the answers to a question differ. */
  async difference(question: Question): Promise<string | undefined> {
    const { ours, theirs } = await this.ask(question);
    return isNameCollision(ours, theirs) ? undefined : differenceOf(ours, theirs, isOrdered(question));
  }

  /** Asks both so many random questions. */
  askRandom(seed: number, count: number): Promise<Outcome> {
    const indexes = Array.from({ length: count }, (_, index) => index);
    return this.#askInLanes(indexes, (index) => randomQuestion(new Random(seed + index * 7919), START_MS));
  }

  /** Asks both all questions. */
  askAll(questions: readonly Question[]): Promise<Outcome> {
    return this.#askInLanes(questions, (question) => question);
  }

  async #askInLanes<T>(items: readonly T[], toQuestion: (item: T) => Question): Promise<Outcome> {
    const differences: string[] = [];
    const outcome = { filled: 0, failed: 0, passed: 0 };
    const waiting = items.entries();
    const lane = async (): Promise<void> => {
      for (const [index, item] of waiting) {
        const question = toQuestion(item);
        const { ours, theirs } = await this.ask(question);
        if (theirs.data === undefined) outcome.failed += 1;
        else if (theirs.data.result.length > 0) outcome.filled += 1;
        const isPassed = isNameCollision(ours, theirs);
        if (isPassed) outcome.passed += 1;
        const difference = isPassed ? undefined : differenceOf(ours, theirs, isOrdered(question));
        if (difference !== undefined) differences.push(`#${index} ${JSON.stringify(question)}\n  ${difference}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    return { differences, ...outcome };
  }
}

/**
 * Whether Prometheus fails because series lost their names and are the same then, and we do not. Version 3 takes names
 * away at the very end, when an aggregation or a filter may have made the series different or fewer.
 */
const isNameCollision = (ours: Answer, theirs: Answer): boolean =>
  ours.data !== undefined && theirs.error === 'vector cannot contain metrics with the same labelset';

/** Whether the order of the series is part of the answer: by labels for a range, by value where the query sorts. */
function isOrdered({ query, range }: Question): boolean {
  if (range !== undefined) return true;
  const expr = parseExpr(query);
  if (expr.type === 'call') return expr.name === 'sort' || expr.name === 'sort_desc';
  // Each group has its order, but not the groups.
  const isRanking = expr.type === 'aggregation' && (expr.name === 'topk' || expr.name === 'bottomk');
  return isRanking && !expr.isWithout && expr.grouping.length === 0;
}
