import type { LabelledValue } from '../../exposition/metricFamily.ts';
import { metricFamily } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

/** The devices that are left out: memory disks, loop devices, and partitions of disks that are counted whole. */
export const IGNORED_DISKS: RegExp = /^(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\d+n\d+p)\d+$/;

const SECTOR_BYTES = 512;
const MS = 0.001;

// What the fields of a line mean, in their order; older kernels have fewer.
const FIELDS = [
  ['counter', 'reads_completed_total', 'Reads that completed.', 1],
  ['counter', 'reads_merged_total', 'Reads that were merged into others before they were issued.', 1],
  ['counter', 'read_bytes_total', 'Bytes read.', SECTOR_BYTES],
  ['counter', 'read_time_seconds_total', 'Seconds spent on reads, added up over all of them.', MS],
  ['counter', 'writes_completed_total', 'Writes that completed.', 1],
  ['counter', 'writes_merged_total', 'Writes that were merged into others before they were issued.', 1],
  ['counter', 'written_bytes_total', 'Bytes written.', SECTOR_BYTES],
  ['counter', 'write_time_seconds_total', 'Seconds spent on writes, added up over all of them.', MS],
  ['gauge', 'io_now', 'Operations in progress.', 1],
  ['counter', 'io_time_seconds_total', 'Seconds with at least one operation in progress.', MS],
  ['counter', 'io_time_weighted_seconds_total', 'Seconds with operations in progress, times their number.', MS],
  ['counter', 'discards_completed_total', 'Discards that completed.', 1],
  ['counter', 'discards_merged_total', 'Discards that were merged into others before they were issued.', 1],
  ['counter', 'discarded_sectors_total', 'Sectors discarded.', 1],
  ['counter', 'discard_time_seconds_total', 'Seconds spent on discards, added up over all of them.', MS],
  ['counter', 'flush_requests_total', 'Flushes that completed.', 1],
  ['counter', 'flush_requests_time_seconds_total', 'Seconds spent on flushes, added up over all of them.', MS],
] as const;

/** Reads what the disks did. */
export function createDiskCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'diskstats',
    collect() {
      const values: LabelledValue[][] = FIELDS.map(() => []);
      for (const line of readProcLines(proc, 'diskstats')) {
        const [, , device = '', ...fields] = line.trim().split(/\s+/);
        if (IGNORED_DISKS.test(device)) continue;
        FIELDS.forEach(([, , , factor], i) => {
          const field = fields[i];
          if (field !== undefined) values[i]?.push([{ device }, Number(field) * factor]);
        });
      }
      return FIELDS.map(([type, name, help], i) => metricFamily(type, `node_disk_${name}`, help, values[i] ?? []));
    },
  };
}
