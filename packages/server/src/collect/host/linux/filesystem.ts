import { statfs } from 'node:fs/promises';
import type { MetricFamily } from '../../exposition/Exposition.ts';
import { gauge, type LabelledValue } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { type Mount, readMounts } from './mounts.ts';

/** The mount points that are left out, as node_exporter does by default. */
export const IGNORED_MOUNTS: RegExp =
  /^\/(dev|proc|run\/credentials\/.+|sys|var\/lib\/docker\/.+|var\/lib\/containers\/storage\/.+)($|\/)/;

/** The file systems that are left out, as node_exporter does by default. */
export const IGNORED_FILESYSTEMS: RegExp =
  /^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs|sysfs|tracefs)$/;

// A network file system whose server is gone never answers.
const TIMEOUT_MS = 1_000;

/** The part of what `statfs` returns that is read here. */
interface Usage {
  readonly bsize: number;
  readonly blocks: number;
  readonly bfree: number;
  readonly bavail: number;
  readonly files: number;
  readonly ffree: number;
}

const READINGS: readonly (readonly [name: string, help: string, read: (usage: Usage) => number])[] = [
  ['size_bytes', 'Size of the file system.', ({ blocks, bsize }) => blocks * bsize],
  ['free_bytes', 'Free space, what is reserved for root included.', ({ bfree, bsize }) => bfree * bsize],
  ['avail_bytes', 'Free space that everybody may use.', ({ bavail, bsize }) => bavail * bsize],
  ['files', 'Files that the file system can hold.', ({ files }) => files],
  ['files_free', 'Files that can still be created.', ({ ffree }) => ffree],
];

/** Reads how full the file systems are. One that does not answer in a second counts as one that cannot be asked. */
export function createFilesystemCollector(
  { proc }: LinuxPaths,
  askUsage: (mountpoint: string) => Promise<Usage> = statfs,
): HostCollector {
  // A mount that hangs keeps a thread of the pool; it is not asked again until it has answered.
  const pending = new Set<string>();

  async function usageOf({ mountpoint }: Mount): Promise<Usage | undefined> {
    if (pending.has(mountpoint)) return undefined;
    pending.add(mountpoint);
    const answer = askUsage(mountpoint)
      .catch(() => undefined)
      .finally(() => pending.delete(mountpoint));
    return withTimeout(answer, TIMEOUT_MS);
  }

  return {
    name: 'filesystem',
    async collect() {
      const mounts = readMounts(proc).filter(
        ({ mountpoint, fstype }) => !IGNORED_MOUNTS.test(mountpoint) && !IGNORED_FILESYSTEMS.test(fstype),
      );
      return toFamilies(await Promise.all(mounts.map(async (mount) => ({ mount, usage: await usageOf(mount) }))));
    },
  };
}

function toFamilies(results: readonly { mount: Mount; usage: Usage | undefined }[]): readonly MetricFamily[] {
  const labelsOf = ({ device, mountpoint, fstype }: Mount): Record<string, string> => ({ device, mountpoint, fstype });
  const read = results.flatMap(({ mount, usage }) => (usage === undefined ? [] : [{ mount, usage }]));
  const errors = results.map(({ mount, usage }): LabelledValue => [labelsOf(mount), usage === undefined ? 1 : 0]);
  return [
    ...READINGS.map(([name, help, readUsage]) => {
      const values = read.map(({ mount, usage }): LabelledValue => [labelsOf(mount), readUsage(usage)]);
      return gauge(`node_filesystem_${name}`, help, values);
    }),
    gauge(
      'node_filesystem_readonly',
      'Whether the file system is mounted read-only.',
      read.map(({ mount }): LabelledValue => [labelsOf(mount), mount.isReadOnly ? 1 : 0]),
    ),
    gauge('node_filesystem_device_error', 'Whether the file system could not be asked.', errors),
  ];
}

function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs, undefined);
    void promise.then(resolve).finally(() => clearTimeout(timer));
  });
}
