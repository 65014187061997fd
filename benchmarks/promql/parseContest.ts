import { type Expr, parseExpr } from '@glasspane/promql/syntax';
import { parser } from '@prometheus-io/lezer-promql';
import { median } from './statistics.ts';

/** How long it takes to parse what dashboards ask. */
export interface ParseContest {
  readonly expressions: number;
  /** How many our parser takes. The others hold another language, or a variable where no text can stand for it. */
  readonly parsed: number;
  /** Microseconds for each of those, types and regular expressions' places checked. */
  readonly ourMicroseconds: number;
  /** The same of the peer, which makes a tree for an editor: it goes on after faults and checks no types. */
  readonly peerMicroseconds: number;
}

const ROUNDS = 15;

/** Parses all expressions again and again with our parser and with that of Prometheus's editor, in turns. */
export function parseContest(expressions: readonly string[]): ParseContest {
  const parsed = expressions.filter((text) => tryParse(text) !== undefined);
  const [ours, peers]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(microsecondsEach(parsed, parseExpr));
    peers.push(microsecondsEach(parsed, (text) => parser.parse(text)));
  }
  return {
    expressions: expressions.length,
    parsed: parsed.length,
    ourMicroseconds: median(ours),
    peerMicroseconds: median(peers),
  };
}

function tryParse(text: string): Expr | undefined {
  try {
    return parseExpr(text);
  } catch {
    return undefined;
  }
}

function microsecondsEach(expressions: readonly string[], parse: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of expressions) parse(text);
  return ((performance.now() - start) * 1000) / expressions.length;
}
