import type { SeriesRef } from '@glasspane/adapters/memory';
import type { MetricDescriptor } from '@glasspane/core';
import type { Labels } from '@glasspane/promql';
import type { SampleBatch, StoredSample } from './SampleStore.ts';
import { type CatalogSeries, createSeries, type SeriesCatalog, seriesKey } from './SeriesCatalog.ts';

/** A sample of the group, with its series found. */
export interface PlannedSample {
  readonly series: CatalogSeries;
  readonly sample: StoredSample;
}

/** What a group of batches asks of the database. Nothing of it counts before it is durable. */
export interface WritePlan {
  /** The series that the catalog does not have yet. */
  readonly newSeries: readonly CatalogSeries[];
  /** All samples of all batches in their order, but for those that repeat the newest sample of their series. */
  readonly samples: readonly PlannedSample[];
  /** Descriptors that say something new, the last one of each metric. */
  readonly metadata: readonly MetricDescriptor[];
  readonly repeatedCount: number;
}

/** What is known before a group is written. */
export interface Known {
  readonly catalog: SeriesCatalog;
  readonly metadata: ReadonlyMap<string, MetricDescriptor>;
  /** Where the head will keep the samples of a series. */
  readonly refFor: (labels: Labels) => SeriesRef;
}

/** Finds out what a group of batches changes. */
export function planWrite(batches: readonly SampleBatch[], { catalog, metadata, refFor }: Known): WritePlan {
  const newSeries = new Map<string, CatalogSeries>();
  const samples: PlannedSample[] = [];
  let repeatedCount = 0;
  let key = '';
  let keyed: Labels | undefined;
  for (const batch of batches) {
    for (const sample of batch.samples) {
      // Samples of a series mostly come together, with the same label object.
      if (sample.labels !== keyed) key = seriesKey(sample.labels);
      keyed = sample.labels;
      const existing = catalog.find(key);
      // The usual repetition, a batch sent again, costs no disk. Others are told apart when they are read.
      if (existing?.lastMs === sample.timeMs) {
        repeatedCount += 1;
        continue;
      }
      let series = existing ?? newSeries.get(key);
      if (series === undefined) {
        series = createSeries(catalog.nextId + newSeries.size, refFor(sample.labels));
        newSeries.set(key, series);
      }
      samples.push({ series, sample });
    }
  }
  return { newSeries: [...newSeries.values()], samples, metadata: changedMetadata(batches, metadata), repeatedCount };
}

function changedMetadata(
  batches: readonly SampleBatch[],
  known: ReadonlyMap<string, MetricDescriptor>,
): MetricDescriptor[] {
  const changed = new Map<string, MetricDescriptor>();
  for (const descriptor of batches.flatMap(({ metadata = [] }) => metadata)) {
    const before = changed.get(descriptor.name) ?? known.get(descriptor.name);
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(descriptor)) {
      changed.set(descriptor.name, descriptor);
    }
  }
  return [...changed.values()];
}
