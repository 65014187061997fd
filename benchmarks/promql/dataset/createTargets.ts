import { createTenantExporter } from './createTenantExporter.ts';
import { type Exporter, range, type SeriesLabels } from './Exporter.ts';
import { createHostExporter, createProgramExporter } from './gaugeExporters.ts';
import { createLatencyExporter, createRequestExporter } from './requestExporter.ts';

/** What is scraped at one time, and so has one time for all of its samples. */
export interface Target {
  readonly exporters: readonly Exporter[];
  /** Every how many scrapes it restarts; 0 for never. */
  readonly restartEvery: number;
}

const SERIES_PER_HOST = 100;
const PROGRAM_AND_HOST_SERIES = 83;
const JOBS = ['web', 'api', 'worker'];

/** Makes the targets of a platform with about so many series, a hundred for each of its hosts. */
export function createTargets(seriesCount: number): readonly Target[] {
  const hostCount = Math.max(1, Math.round(seriesCount / SERIES_PER_HOST));
  const hosts = range(hostCount).flatMap(createHostTargets);
  const tenantSeries = Math.max(2, seriesCount - hostCount * PROGRAM_AND_HOST_SERIES);
  const billing = createTenantExporter({ job: 'billing', instance: '10.0.9.1:8080' }, 7, tenantSeries);
  return [...hosts, { exporters: [billing], restartEvery: 2200 }];
}

function createHostTargets(index: number): readonly Target[] {
  const address = `10.0.${index >> 3}.${10 + (index & 7)}`;
  const program: SeriesLabels = { job: JOBS[index % 3] ?? '', instance: `${address}:8080` };
  const seed = 1000 * (index + 1);
  return [
    {
      exporters: [
        createRequestExporter(program, seed),
        createLatencyExporter(program, seed + 1),
        createProgramExporter(program, seed + 2),
      ],
      restartEvery: 1400 + ((index * 137) % 700),
    },
    { exporters: [createHostExporter({ job: 'node', instance: `${address}:9100` }, seed + 3)], restartEvery: 0 },
  ];
}
