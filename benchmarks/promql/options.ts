/** How a run differs from the usual one. */
export interface BenchmarkOptions {
  /** How often each server is asked each query, the warm-up not counted. */
  readonly rounds: number;
  /** How often each server is asked everything before. */
  readonly warmUpRounds: number;
  readonly seriesCount: number;
  readonly hours: number;
  readonly hasJitter: boolean;
  /** Only the queries with such names. */
  readonly only: RegExp;
  /** Keeps the servers running afterwards, until the process is interrupted. */
  readonly isKept: boolean;
  /** Arguments for the Node that our server runs in, such as `--cpu-prof`. */
  readonly nodeArgs: readonly string[];
  /** Where the results are written as JSON. */
  readonly jsonFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables whose names begin with `BENCH_`.
 *
 * @throws Error When one of them is no positive number.
 */
export function readOptions(environment: Environment): BenchmarkOptions {
  return {
    rounds: positive(environment, 'BENCH_ROUNDS', 7),
    warmUpRounds: positive(environment, 'BENCH_WARM_UP', 8),
    seriesCount: positive(environment, 'BENCH_SERIES', 2000),
    hours: positive(environment, 'BENCH_HOURS', 24),
    hasJitter: environment.BENCH_JITTER === '1',
    only: new RegExp(environment.BENCH_ONLY ?? ''),
    isKept: environment.BENCH_KEEP === '1',
    nodeArgs: (environment.BENCH_NODE_ARGS ?? '').split(/\s+/).filter((part) => part !== ''),
    jsonFile: environment.BENCH_JSON,
  };
}

function positive(environment: Environment, name: string, preset: number): number {
  const text = environment[name];
  const value = text === undefined ? preset : Number(text);
  if (!(value > 0)) throw new Error(`${name}=${text} is no positive number`);
  return value;
}
