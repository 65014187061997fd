/** How a run differs from the usual one. */
export interface RenderOptions {
  /** How many pages each contestant gets in each scenario. */
  readonly rounds: number;
  /** The scenarios whose names match are run. */
  readonly only: RegExp;
  /** The peers besides uPlot whose names match take part. */
  readonly peers: RegExp;
  readonly devicePixelRatio: number;
  /** Bundles the sources of our packages, not what was built of them. */
  readonly usesSources: boolean;
  /** Leaves the pages where they are. */
  readonly isKept: boolean;
  readonly jsonFile: string | undefined;
  /** Where a trace of ours is written, one a scenario. */
  readonly traceFile: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the options from the variables that begin with `BENCH_`.
 *
 * @throws Error When one of them is no positive number.
 */
export function readOptions(environment: Environment): RenderOptions {
  return {
    rounds: positive(environment, 'BENCH_ROUNDS', 7),
    only: new RegExp(environment.BENCH_ONLY ?? ''),
    peers: new RegExp(environment.BENCH_PEERS ?? ''),
    devicePixelRatio: positive(environment, 'BENCH_DPR', 1),
    usesSources: environment.BENCH_SOURCES === '1',
    isKept: environment.BENCH_KEEP === '1',
    jsonFile: environment.BENCH_JSON,
    traceFile: environment.BENCH_TRACE,
  };
}

function positive(environment: Environment, name: string, preset: number): number {
  const text = environment[name];
  const value = text === undefined ? preset : Number(text);
  if (!(value > 0)) throw new Error(`${name}=${text} is no positive number`);
  return value;
}
