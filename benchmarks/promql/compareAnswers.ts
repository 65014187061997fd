import { median } from './statistics.ts';

/** The samples of an answer: by the labels of their series, then by time. */
export type ParsedAnswer = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** How an answer differs from that of a peer. */
export interface Difference {
  readonly peerSeries: number;
  readonly ourSeries: number;
  readonly samples: number;
  /** Samples that one of both does not have, or whose values are further apart than 1e-9 of them. */
  readonly differing: number;
  /** The median of how far apart all of them are, relative to the peer's. */
  readonly medianGap: number;
}

type Point = readonly [seconds: number, value: string];

interface ApiResponse {
  readonly status: string;
  readonly data: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly value?: Point;
      readonly values?: readonly Point[];
    }[];
  };
}

/** Reads the answer of `query` or `query_range`, a vector or a matrix. */
export function parseAnswer(body: Buffer): ParsedAnswer {
  const { data }: ApiResponse = JSON.parse(body.toString());
  return new Map(
    data.result.map(({ metric, value, values }) => {
      const points = values ?? (value === undefined ? [] : [value]);
      const labels = Object.entries(metric).sort(([a], [b]) => (a < b ? -1 : 1));
      return [JSON.stringify(labels), new Map(points.map(([seconds, text]) => [seconds, toNumber(text)]))];
    }),
  );
}

/** Compares the answers of a peer and of ours to the same query. */
export function compareAnswers(peer: ParsedAnswer, ours: ParsedAnswer): Difference {
  const gaps: number[] = [];
  for (const labels of new Set([...peer.keys(), ...ours.keys()])) {
    const [theirs, mine] = [peer.get(labels) ?? new Map(), ours.get(labels) ?? new Map()];
    for (const time of new Set<number>([...theirs.keys(), ...mine.keys()])) {
      gaps.push(gapBetween(theirs.get(time), mine.get(time)));
    }
  }
  return {
    peerSeries: peer.size,
    ourSeries: ours.size,
    samples: gaps.length,
    differing: gaps.filter((gap) => gap > TOLERANCE).length,
    medianGap: gaps.length === 0 ? 0 : median(gaps),
  };
}

const TOLERANCE = 1e-9;

function gapBetween(theirs: number | undefined, mine: number | undefined): number {
  if (theirs === undefined || mine === undefined) return Number.POSITIVE_INFINITY;
  if (Object.is(theirs, mine) || theirs === mine) return 0;
  const gap = Math.abs(theirs - mine) / Math.abs(theirs);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
}

function toNumber(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
