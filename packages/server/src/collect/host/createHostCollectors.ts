import type { Clock } from '@glasspane/core';
import type { HostCollector, LinuxPaths } from './HostCollector.ts';
import { createCpuCollector } from './linux/cpu.ts';
import { createDiskCollector } from './linux/diskstats.ts';
import { createFileDescriptorCollector } from './linux/filefd.ts';
import { createFilesystemCollector } from './linux/filesystem.ts';
import { createLoadCollector } from './linux/loadavg.ts';
import { createMemoryCollector } from './linux/meminfo.ts';
import { createNetworkCollector } from './linux/netdev.ts';
import { createPressureCollector } from './linux/pressure.ts';
import { createStatCollector } from './linux/stat.ts';
import { createVmstatCollector } from './linux/vmstat.ts';
import { createPortableBootTimeCollector } from './portable/boottime.ts';
import { createPortableCpuCollector } from './portable/cpu.ts';
import { createPortableLoadCollector } from './portable/loadavg.ts';
import { createPortableMemoryCollector } from './portable/meminfo.ts';
import { createTimeCollector } from './portable/time.ts';
import { createUnameCollector } from './portable/uname.ts';

/** What the collectors of a host need. */
export interface HostCollectorsOptions {
  readonly clock: Clock;
  /** As `process.platform`. */
  readonly platform: NodeJS.Platform;
  /** @defaultValue `/proc` */
  readonly paths?: LinuxPaths | undefined;
}

/** The collectors of a host, and the names of those that its platform cannot have. */
export interface HostCollectors {
  readonly collectors: readonly HostCollector[];
  readonly missing: readonly string[];
}

/** Makes the collectors that this platform can have. */
export function createHostCollectors({
  clock,
  platform,
  paths = { proc: '/proc' },
}: HostCollectorsOptions): HostCollectors {
  const everywhere = [createTimeCollector(clock), createUnameCollector()];
  if (platform === 'linux') return { collectors: [...createLinuxCollectors(paths), ...everywhere], missing: [] };

  const portable = [
    createPortableCpuCollector(),
    createPortableMemoryCollector(),
    createPortableBootTimeCollector(clock),
  ];
  // Windows has no load average; Node says 0, which could be taken for real.
  if (platform !== 'win32') portable.push(createPortableLoadCollector());
  const collectors = [...portable, ...everywhere];
  const names = new Set(collectors.map(({ name }) => name));
  const missing = createLinuxCollectors(paths)
    .map(({ name }) => name)
    .filter((name) => !names.has(name));
  return { collectors, missing };
}

function createLinuxCollectors(paths: LinuxPaths): readonly HostCollector[] {
  return [
    createCpuCollector(paths),
    createDiskCollector(paths),
    createFileDescriptorCollector(paths),
    createFilesystemCollector(paths),
    createLoadCollector(paths),
    createMemoryCollector(paths),
    createNetworkCollector(paths),
    createPressureCollector(paths),
    createStatCollector(paths),
    createVmstatCollector(paths),
  ];
}
