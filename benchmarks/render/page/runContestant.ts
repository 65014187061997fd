import type { ChartData, Contestant, MountedCharts } from './Contestant.ts';
import { makeData, rowsOf } from './makeData.ts';
import type { Scenario } from './scenarios.ts';

/** What the benchmark calls in a page. */
export interface BenchmarkPage {
  /** Makes the data, in the form that the library likes. */
  prepare(scenario: Scenario): void;
  /** Draws the charts. */
  mount(): void;
  /** Makes other data of the same shape, for the next refresh. */
  prepareNext(): void;
  /** Shows the data made last. */
  refresh(): void;
  /** Adds a point to every series and drops the oldest, so many times. */
  goLive(times: number, intervalMs: number): Promise<void>;
  /** Tells where the charts are, in CSS pixels. */
  boxes(): readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
  /** Does the same as `goLive`, and returns how many frames of 60 a second did not come meanwhile. */
  countDropped(times: number, intervalMs: number): Promise<number>;
}

declare global {
  var bench: BenchmarkPage;
}

/** The mark from which on a trace is read. */
const BEGIN = 'bench:begin';

/** Makes a page of a contestant, which waits for what the benchmark calls. */
export function runContestant<TNative>(contestant: Contestant<TNative>): void {
  const host = document.createElement('main');
  document.body.append(host);
  let scenario: Scenario;
  let next: readonly TNative[] = [];
  let charts: MountedCharts<TNative>;
  let refreshes = 0;

  const dataOf = (points: number): readonly ChartData[] =>
    Array.from({ length: scenario.charts }, (_, chart) =>
      makeData({ ...scenario.data, points }, 1 + chart + refreshes * scenario.charts),
    );

  globalThis.bench = {
    prepare(given) {
      scenario = given;
      next = dataOf(scenario.data.points).map((data) => contestant.prepare(data));
    },
    mount() {
      performance.mark(BEGIN);
      const { width, height, measure } = scenario;
      charts = contestant.mount(host, { width, height, hasReadings: measure === 'hover' }, next);
    },
    prepareNext() {
      refreshes += 1;
      const { stepMs, points } = scenario.data;
      next = dataOf(points).map((data) => contestant.prepare(later(data, refreshes * stepMs)));
    },
    refresh() {
      performance.mark(BEGIN);
      charts.refresh(next);
    },
    goLive(times, intervalMs) {
      const { points } = scenario.data;
      const data = dataOf(points + times);
      return repeat(times, intervalMs, (tick) => {
        charts.refresh(data.map((chart) => contestant.prepare(rowsOf(chart, tick, points))));
      });
    },
    boxes() {
      return [...document.querySelectorAll(contestant.boxes ?? '.slot')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      });
    },
    async countDropped(times, intervalMs) {
      const stopCounting = countFrames();
      await bench.goLive(times, intervalMs);
      return stopCounting();
    },
  };
}

const FRAME_MS = 1000 / 60;

/** Begins to count the frames that do not come; returns how to stop, and what it came to. */
function countFrames(): () => number {
  let [last, dropped] = [Number.NaN, 0];
  let request = requestAnimationFrame(function count(now) {
    if (now > last) dropped += Math.max(0, Math.round((now - last) / FRAME_MS) - 1);
    last = now;
    request = requestAnimationFrame(count);
  });
  return () => {
    cancelAnimationFrame(request);
    return dropped;
  };
}

function later({ times, columns }: ChartData, ms: number): ChartData {
  return { times: times.map((time) => time + ms), columns };
}

function repeat(times: number, intervalMs: number, work: (tick: number) => void): Promise<void> {
  return new Promise((resolve) => {
    let tick = 0;
    const timer = setInterval(() => {
      tick += 1;
      work(tick);
      if (tick < times) return;
      clearInterval(timer);
      resolve();
    }, intervalMs);
  });
}
