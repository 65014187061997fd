import { getHeapSpaceStatistics, type HeapSpaceInfo } from 'node:v8';
import type { MetricFamily } from '../exposition/Exposition.ts';
import { gauge, type LabelledValue } from '../exposition/metricFamily.ts';

/** Reads how V8 uses its memory. */
export function collectHeap(): readonly MetricFamily[] {
  const { heapTotal, heapUsed, external } = process.memoryUsage();
  const spaces = getHeapSpaceStatistics();
  const bySpace = (read: (space: HeapSpaceInfo) => number): readonly LabelledValue[] =>
    // V8 calls them new_space, old_space …
    spaces.map((space) => [{ space: space.space_name.replace(/_space$/, '') }, read(space)]);
  return [
    gauge('nodejs_heap_size_total_bytes', 'Size of the JavaScript heap.', heapTotal),
    gauge('nodejs_heap_size_used_bytes', 'The part of the JavaScript heap that is in use.', heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memory outside the heap that JavaScript objects hold.', external),
    gauge(
      'nodejs_heap_space_size_total_bytes',
      'Size of each space of the heap.',
      bySpace(({ space_size }) => space_size),
    ),
    gauge(
      'nodejs_heap_space_size_used_bytes',
      'The part of each space of the heap that is in use.',
      bySpace(({ space_used_size }) => space_used_size),
    ),
    gauge(
      'nodejs_heap_space_size_available_bytes',
      'The part of each space of the heap that is free.',
      bySpace(({ space_available_size }) => space_available_size),
    ),
  ];
}
