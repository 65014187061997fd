import type { DataShape } from './makeData.ts';

/** What is measured of a scenario: the first picture, new data, charts that are live, or the pointer moving. */
export type Measure = 'mount' | 'refresh' | 'live' | 'hover';

/** Charts on a page, and what happens to them. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly measure: Measure;
  readonly charts: number;
  readonly width: number;
  readonly height: number;
  readonly data: DataShape;
  /** Our goal: at most so much of the time of uPlot. */
  readonly goal: number;
}

const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

const cold = { charts: 1, width: 1920, height: 600, data: { series: 3, points: 55_550, stepMs: SECOND_MS } } as const;
const huge = {
  charts: 1,
  width: 1920,
  height: 600,
  data: { series: 1, points: 1_000_000, stepMs: SECOND_MS },
} as const;
const dashboard = {
  charts: 30,
  width: 384,
  height: 180,
  data: { series: 10, points: 1440, stepMs: MINUTE_MS },
} as const;
const live = { charts: 20, width: 384, height: 180, data: { series: 5, points: 600, stepMs: 100 } } as const;
const many = { charts: 1, width: 1920, height: 600, data: { series: 500, points: 360, stepMs: MINUTE_MS } } as const;

/** All scenarios, in the order of the table. */
export const scenarios: readonly Scenario[] = [
  { name: 'S1', title: 'cold: 1 chart, 3 x 55,550 points, 1920x600', measure: 'mount', goal: 0.8, ...cold },
  { name: 'S2', title: 'huge: 1 x 1,000,000 points', measure: 'mount', goal: 0.85, ...huge },
  { name: 'S3', title: 'dashboard: 30 charts x 10 x 1,440, 384x180', measure: 'mount', goal: 0.5, ...dashboard },
  { name: 'S4', title: 'live: 20 charts x 5 x 600, at 10 Hz', measure: 'live', goal: 0.6, ...live },
  { name: 'S5', title: "hover: 300 moves over S1's chart", measure: 'hover', goal: 0.65, ...cold },
  { name: 'S6', title: 'many: 1 chart, 500 x 360 points', measure: 'mount', goal: 0.7, ...many },
  { name: 'S1new', title: 'new data: S1', measure: 'refresh', goal: 0.75, ...cold },
  { name: 'S2new', title: 'new data: S2', measure: 'refresh', goal: 0.65, ...huge },
  { name: 'S3new', title: 'new data: S3', measure: 'refresh', goal: 0.35, ...dashboard },
  { name: 'S6new', title: 'new data: S6', measure: 'refresh', goal: 0.72, ...many },
];
