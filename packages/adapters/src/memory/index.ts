export { compileLogql, type TestedLog } from './compileLogql.ts';
export { createMemoryBackend, type MemoryBackend, type MemoryBackendOptions } from './createMemoryBackend.ts';
export { createQuerySource } from './createQuerySource.ts';
export { LabelIndex } from './LabelIndex.ts';
export { LogStore, type LogStoreOptions } from './LogStore.ts';
export type { ColumnSample } from './SampleColumns.ts';
export {
  type SampleMemory,
  type SeriesColumns,
  type SeriesFilter,
  type SeriesRef,
  type SeriesSample,
  SeriesStore,
} from './SeriesStore.ts';
