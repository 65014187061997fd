import type { Labels } from '@glasspane/promql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExposedSample, Exposition } from '../../packages/server/src/collect/exposition/Exposition.ts';
import { toExposition } from '../../packages/server/src/collect/exposition/metricFamily.ts';
import { parseExposition } from '../../packages/server/src/collect/exposition/parseExposition.ts';
import { createHostCollectors } from '../../packages/server/src/collect/host/createHostCollectors.ts';
import { HostMetrics } from '../../packages/server/src/collect/host/HostMetrics.ts';
import { IGNORED_DISKS } from '../../packages/server/src/collect/host/linux/diskstats.ts';
import { IGNORED_FILESYSTEMS, IGNORED_MOUNTS } from '../../packages/server/src/collect/host/linux/filesystem.ts';
import { describeWith } from '../support/describeWith.ts';
import { NODE_EXPORTER, startNodeExporter } from '../support/startNodeExporter.ts';
import type { RunningServer } from '../support/startProcess.ts';

// Debian's build leaves out more than node_exporter does by itself, so it is told what we leave out.
const FILTERS = [
  `--collector.diskstats.device-exclude=${IGNORED_DISKS.source}`,
  `--collector.filesystem.mount-points-exclude=${IGNORED_MOUNTS.source}`,
  `--collector.filesystem.fs-types-exclude=${IGNORED_FILESYSTEMS.source}`,
  '--collector.netdev.device-exclude=^$',
];

// How far a gauge may move between two readings, as a part of its value; what is not named here must stay the same.
const GAUGE_TOLERANCE: readonly (readonly [name: RegExp, tolerance: number])[] = [
  [/^node_memory_/, 0.2],
  [/^node_filesystem_(free|avail)_bytes$/, 0.05],
  [/^node_filesystem_files_free$/, 0.05],
  [/^node_filefd_allocated$/, 0.5],
  [/^node_load/, 0.5],
  [/^node_time_seconds$/, 1e-6],
];
const FREE_GAUGES =
  /^node_(procs_running|procs_blocked|disk_io_now|scrape_collector_duration_seconds)$|_memory_(Dirty|Writeback)_bytes$/;
// Below this a part of the value says nothing.
const SMALL = 64 * 2 ** 20;

const keyOf = ({ labels }: ExposedSample): string => JSON.stringify(Object.entries(labels).sort());
const nameOf = ({ labels }: ExposedSample): string => labels.__name__ ?? '';
const byKey = (samples: readonly ExposedSample[]): Map<string, ExposedSample> =>
  new Map(samples.map((sample) => [keyOf(sample), sample]));
const isTheirs = (name: string): boolean => !name.startsWith('glasspane_');
const labelNames = (labels: Labels): string => Object.keys(labels).sort().join();

describeWith([NODE_EXPORTER], 'the metrics of this host', () => {
  let exporter: RunningServer;
  let before: Exposition;
  let ours: Exposition;
  let after: Exposition;

  async function scrapeExporter(): Promise<Exposition> {
    const response = await fetch(`${exporter.url}/metrics`);
    return parseExposition(await response.text(), { format: 'prometheus' });
  }

  beforeAll(async () => {
    exporter = await startNodeExporter(FILTERS);
    const clock = { now: () => Date.now(), setTimeout: () => () => {} };
    const metrics = new HostMetrics(createHostCollectors({ clock, platform: process.platform }), {
      stopwatch: () => performance.now(),
      onFailure: () => {},
    });
    before = await scrapeExporter();
    ours = toExposition(await metrics.collect());
    after = await scrapeExporter();
  });

  afterAll(async () => {
    await exporter.stop();
  });

  it('have names, types and label names that node_exporter has too', () => {
    const theirTypes = new Map(after.metadata.map(({ name, type }) => [name, type]));
    const theirLabels = new Map(after.samples.map((sample) => [nameOf(sample), labelNames(sample.labels)]));
    const own = ours.metadata.filter(({ name }) => isTheirs(name));
    const ownLabels = new Map(ours.samples.map((sample) => [nameOf(sample), labelNames(sample.labels)]));
    const describe = (types: ReadonlyMap<string, string>, labels: ReadonlyMap<string, string>) =>
      own.map(({ name }) => ({ name, type: types.get(name), labels: labels.get(name) }));
    expect(describe(new Map(own.map(({ name, type }) => [name, type])), ownLabels)).toEqual(
      describe(theirTypes, theirLabels),
    );
    expect(own.length).toBeGreaterThan(100);
  });

  it('have the series that node_exporter has of these metrics, no more and no less', () => {
    const names = new Set(
      ours.samples.map(nameOf).filter((name) => isTheirs(name) && !name.startsWith('node_scrape_')),
    );
    const seriesOf = ({ samples }: Exposition): readonly string[] =>
      samples
        .filter((sample) => names.has(nameOf(sample)))
        .map(keyOf)
        .sort();
    expect(seriesOf(ours)).toEqual(seriesOf(after));
  });

  it('have collectors that node_exporter has, and that succeed where its own do', () => {
    const theirs = byKey(after.samples);
    const success = ours.samples.filter((sample) => nameOf(sample) === 'node_scrape_collector_success');
    expect(success.map((sample) => [keyOf(sample), sample.value])).toEqual(
      success.map((sample) => [keyOf(sample), theirs.get(keyOf(sample))?.value]),
    );
    expect(success).toHaveLength(12);
  });

  it('count what lies between two readings of node_exporter', () => {
    const counters = new Set(
      ours.metadata
        .filter(({ name, type }) => type === 'counter' || name.startsWith('node_vmstat_'))
        .map(({ name }) => name),
    );
    const [low, high] = [byKey(before.samples), byKey(after.samples)];
    const outside = ours.samples.filter((sample) => {
      const [least, most] = [low.get(keyOf(sample))?.value ?? Number.NaN, high.get(keyOf(sample))?.value ?? Number.NaN];
      // The kernel works iowait out anew for every reader, and may step back by a tick.
      const slack = nameOf(sample) === 'node_cpu_seconds_total' ? 0.02 : 1e-9 * most;
      return counters.has(nameOf(sample)) && !(sample.value >= least - slack && sample.value <= most + slack);
    });
    expect(outside).toEqual([]);
  });

  it('measure what node_exporter measures at the same time', () => {
    const gauges = new Set(ours.metadata.filter(({ type }) => type === 'gauge').map(({ name }) => name));
    const theirs = byKey(after.samples);
    const apart = ours.samples.flatMap((sample) => {
      const name = nameOf(sample);
      if (!gauges.has(name) || !isTheirs(name) || FREE_GAUGES.test(name)) return [];
      const their = theirs.get(keyOf(sample))?.value ?? Number.NaN;
      const tolerance = GAUGE_TOLERANCE.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
      const scale = name.startsWith('node_memory_') ? Math.max(their, SMALL) : Math.max(their, 1);
      return Math.abs(sample.value - their) <= tolerance * scale
        ? []
        : [{ series: keyOf(sample), ours: sample.value, their }];
    });
    expect(apart).toEqual([]);
  });
});
