/** Who takes part. */
export interface Entrant {
  /** Also the name of its page, in the folder `contestants`. */
  readonly name: string;
  /** The scenarios that it is for; left out: all of them. */
  readonly only?: RegExp;
}

/** The one that all others are compared with. */
export const yardstick: Entrant = { name: 'uplot' };

/** Ours, through the components that hosts use. */
export const ours: readonly Entrant[] = [{ name: 'glasspane' }, { name: 'glasspane-dashboard', only: /^S3$/ }];

/** The others. */
export const peers: readonly Entrant[] = [
  { name: 'echarts' },
  { name: 'chartjs' },
  { name: 'recharts' },
  { name: 'lightweight-charts' },
  { name: 'visx' },
];
