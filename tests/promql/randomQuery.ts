import { aggregations } from './makeAggregation.ts';
import { calls } from './makeCall.ts';
import { operations } from './makeOperation.ts';
import { rangeCalls, rangeVector } from './makeRangeCall.ts';
import type { Grade, Make, Place } from './Place.ts';
import type { Random } from './Random.ts';
import { DATA_MS } from './randomData.ts';
import { selector } from './randomSelector.ts';

/** A query, and when to ask it: at one time, or at steps. All in milliseconds. */
export interface Question {
  readonly query: string;
  readonly startMs: number;
  /** Left out for an instant query. */
  readonly range?: { readonly endMs: number; readonly stepMs: number } | undefined;
}

/** What can give a vector of each grade: a better one will do too. */
const makes: Readonly<Record<Grade, readonly (readonly Make[])[]>> = {
  grid: makesOf('grid'),
  exact: makesOf('grid', 'exact', 'exact'),
  close: makesOf('grid', 'exact', 'close', 'close'),
};

function makesOf(...grades: readonly Grade[]): readonly (readonly Make[])[] {
  const groups = [rangeCalls, rangeCalls, aggregations, aggregations, operations, operations, calls];
  return groups.map((group) => grades.flatMap((grade) => group[grade]));
}

const vector: Make = (place) => {
  const { random, depth, grade } = place;
  if (depth <= 0 || random.chance(0.06)) return selector(place);
  return random.pick(random.pick(makes[grade]))(place);
};

const SCALARS = [
  'time()',
  'pi() * 2',
  '1 == bool 1',
  '-2 ^ 2',
  'Inf - Inf',
  '1 / 0',
  '5 % -3',
  '0x1f',
  '1 atan2 2',
  '-0',
  '1e21',
  '.5e-7',
];

const scalar: Make = (place) =>
  place.random.pick([
    place.random.pick(SCALARS),
    `scalar(${vector(place)})`,
    `1 + scalar(${vector({ ...place, grade: 'exact' })})`,
  ]);

const text: Make = ({ random }) => random.pick(['"a\\n\\"🦊<&>"', "'\\x41\\u00e9'", '`raw\\`']);

/** Returns a random question, the whole of it decided by the random numbers. */
export function randomQuestion(random: Random, startMs: number): Question {
  const queryPhaseMs = random.pick([0, 7]);
  const grade = random.pick<Grade>(['close', 'close', 'close', 'exact', 'grid']);
  const depth = random.pick([1, 2, 2, 3, 3, 4]);
  const place: Place = { random, depth, grade, phaseMs: queryPhaseMs, queryPhaseMs, startMs, vector };
  const queryMs = startMs + random.whole(-60, 3900) * 1000 + queryPhaseMs;
  if (random.chance(0.35)) {
    const make = random.pick<Make>([vector, vector, vector, vector, vector, vector, vector, rangeVector, scalar, text]);
    return { query: make(place), startMs: queryMs };
  }
  const query = random.chance(0.95) ? vector(place) : scalar(place);
  const stepMs = random.pick([7, 15, 15, 60, 60, 120, 300, 0.5]) * 1000;
  // The end need not be a step, and may lie behind all data.
  const rest = random.chance(0.3) ? random.whole(0, Math.floor(stepMs / 1000)) * 1000 : 0;
  const endMs = Math.min(queryMs + stepMs * random.whole(0, 40) + rest, startMs + DATA_MS + 600_000 + queryPhaseMs);
  return { query, startMs: queryMs, range: { endMs, stepMs } };
}
