import {
  compileMatchers,
  type Labels,
  type SampleSeries,
  type SampleSource,
  type SeriesRequest,
} from '@glasspane/promql';
import type { LoadedSeries } from './parseTestFile.ts';

interface StoredSample {
  readonly value: number;
  readonly isStale: boolean;
  readonly startMs: number;
}

interface StoredSeries {
  readonly labels: Labels;
  readonly samples: Map<number, StoredSample>;
}

/** The store that a test file loads into. */
export class TestStore implements SampleSource {
  readonly #series = new Map<string, StoredSeries>();

  clear(): void {
    this.#series.clear();
  }

  load(intervalMs: number, series: readonly LoadedSeries[]): void {
    for (const { labels: given, points, startOffsets } of series) {
      const labels = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
      const key = JSON.stringify(Object.entries(labels).sort());
      const stored = this.#series.get(key) ?? { labels, samples: new Map<number, StoredSample>() };
      this.#series.set(key, stored);
      points.forEach((point, index) => {
        if (point === undefined) return;
        const timeMs = index * intervalMs;
        const offset = startOffsets?.[index];
        const startMs = offset === undefined ? 0 : timeMs + offset;
        const isStale = point === 'stale';
        stored.samples.set(timeMs, { value: isStale ? Number.NaN : point, isStale, startMs });
      });
    }
  }

  select({ matchers, startMs, endMs }: SeriesRequest): readonly SampleSeries[] {
    const isWanted = compileMatchers(matchers);
    return [...this.#series.values()].flatMap(({ labels, samples }) => {
      if (!isWanted(labels)) return [];
      const inside = [...samples].filter(([timeMs]) => timeMs > startMs && timeMs <= endMs).sort(([a], [b]) => a - b);
      if (inside.length === 0) return [];
      const hasStart = inside.some(([, sample]) => sample.startMs !== 0);
      return [
        {
          labels,
          times: Float64Array.from(inside, ([timeMs]) => timeMs),
          values: Float64Array.from(inside, ([, sample]) => sample.value),
          stale: Uint8Array.from(inside, ([, sample]) => Number(sample.isStale)),
          startTimes: hasStart ? Float64Array.from(inside, ([, sample]) => sample.startMs) : undefined,
        },
      ];
    });
  }
}
