import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Clock } from '@glasspane/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeExposition } from '../exposition/writeExposition.ts';
import { createHostCollectors } from './createHostCollectors.ts';

const clock: Clock = { now: () => 1_700_000_000_500, setTimeout: () => () => {} };

let proc = '';

beforeEach(async () => {
  proc = await mkdtemp(path.join(os.tmpdir(), 'glasspane-proc-'));
});

afterEach(async () => {
  await rm(proc, { recursive: true });
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(proc, file)), { recursive: true });
  await writeFile(path.join(proc, file), text);
}

function collector(name: string) {
  const found = createHostCollectors({ clock, platform: 'linux', paths: { proc } }).collectors.find(
    (c) => c.name === name,
  );
  if (found === undefined) throw new Error(`no collector ${name}`);
  return found;
}

/** Collects and returns the samples as text, without what is said of them. */
async function collect(name: string, from = collector(name)): Promise<readonly string[]> {
  return writeExposition(await from.collect())
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

describe('the collectors of a Linux host', () => {
  it('read the time of every CPU', async () => {
    await write('stat', 'cpu  9 9 9 9 9 9 9 9 9 9\ncpu0 100 200 300 400 500 600 700 800 90 10\nintr 5 1 2\n');
    expect(await collect('cpu')).toEqual([
      'node_cpu_seconds_total{cpu="0",mode="user"} 1',
      'node_cpu_seconds_total{cpu="0",mode="nice"} 2',
      'node_cpu_seconds_total{cpu="0",mode="system"} 3',
      'node_cpu_seconds_total{cpu="0",mode="idle"} 4',
      'node_cpu_seconds_total{cpu="0",mode="iowait"} 5',
      'node_cpu_seconds_total{cpu="0",mode="irq"} 6',
      'node_cpu_seconds_total{cpu="0",mode="softirq"} 7',
      'node_cpu_seconds_total{cpu="0",mode="steal"} 8',
      'node_cpu_guest_seconds_total{cpu="0",mode="user"} 0.9',
      'node_cpu_guest_seconds_total{cpu="0",mode="nice"} 0.1',
    ]);
  });

  it('do not let the kernel’s rounding turn a CPU’s time back, but a CPU that starts anew', async () => {
    const cpu = collector('cpu');
    const idleAndIowait = async (idle: number, iowait: number) => {
      await write('stat', `cpu0 0 0 0 ${idle} ${iowait} 0 0 0 0 0\n`);
      return (await collect('cpu', cpu)).slice(3, 5).map((line) => Number(line.split(' ')[1]));
    };
    expect(await idleAndIowait(1_000, 500)).toEqual([10, 5]);
    expect(await idleAndIowait(1_010, 450)).toEqual([10.1, 5]);
    expect(await idleAndIowait(100, 10)).toEqual([1, 0.1]);
  });

  it('read the memory under the names of its fields', async () => {
    await write('meminfo', 'MemTotal:       1024 kB\nActive(anon):      2 kB\nHugePages_Total:       3\nodd line\n');
    expect(await collect('meminfo')).toEqual([
      'node_memory_MemTotal_bytes 1048576',
      'node_memory_Active_anon_bytes 2048',
      'node_memory_HugePages_Total 3',
    ]);
  });

  it('read the load', async () => {
    await write('loadavg', '0.11 0.12 0.09 1/95 8326\n');
    expect(await collect('loadavg')).toEqual(['node_load1 0.11', 'node_load5 0.12', 'node_load15 0.09']);
  });

  it('read the disks, as far as the kernel tells of them, without partitions and loop devices', async () => {
    const lines = [
      ' 254       0 vda 1 2 3 4000 5 6 7 8000 9 10000 11000 12 13 14 15000 16 17000',
      ' 254       1 vda1 1 1 1 1 1 1 1 1 1 1 1',
      '   7       0 loop0 1 1 1 1 1 1 1 1 1 1 1',
      '   8       0 old 1 2 3 4000 5 6 7 8000 9 10000 11000',
    ];
    await write('diskstats', `${lines.join('\n')}\n`);
    const samples = await collect('diskstats');
    expect(
      samples.filter((line) => line.includes('device="vda"')).map((line) => line.replace('{device="vda"}', '')),
    ).toEqual([
      'node_disk_reads_completed_total 1',
      'node_disk_reads_merged_total 2',
      'node_disk_read_bytes_total 1536',
      'node_disk_read_time_seconds_total 4',
      'node_disk_writes_completed_total 5',
      'node_disk_writes_merged_total 6',
      'node_disk_written_bytes_total 3584',
      'node_disk_write_time_seconds_total 8',
      'node_disk_io_now 9',
      'node_disk_io_time_seconds_total 10',
      'node_disk_io_time_weighted_seconds_total 11',
      'node_disk_discards_completed_total 12',
      'node_disk_discards_merged_total 13',
      'node_disk_discarded_sectors_total 14',
      'node_disk_discard_time_seconds_total 15',
      'node_disk_flush_requests_total 16',
      'node_disk_flush_requests_time_seconds_total 17',
    ]);
    expect(samples.filter((line) => line.includes('device="old"'))).toHaveLength(11);
    expect(samples).toHaveLength(28);
  });

  it('read the network, even of a device with a colon in its name', async () => {
    const head = 'Inter-|   Receive  |  Transmit\n face |bytes packets |bytes packets\n';
    await write(
      'net/dev',
      `${head}    lo:    1 2 3 4 0 0 0 0 5 6 7 8 0 0 0 0\neth0:1: 9 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n`,
    );
    const samples = await collect('netdev');
    expect(samples.filter((line) => line.includes('"lo"')).map((line) => line.replace('{device="lo"}', ''))).toEqual([
      'node_network_receive_bytes_total 1',
      'node_network_receive_packets_total 2',
      'node_network_receive_errs_total 3',
      'node_network_receive_drop_total 4',
      'node_network_transmit_bytes_total 5',
      'node_network_transmit_packets_total 6',
      'node_network_transmit_errs_total 7',
      'node_network_transmit_drop_total 8',
    ]);
    expect(samples).toContain('node_network_receive_bytes_total{device="eth0:1"} 9');
  });

  it('read the kernel’s counters, memory movements, files and pressure', async () => {
    await write(
      'stat',
      'intr 208664 0 0\nctxt 489485\nbtime 1795498561\nprocesses 8323\nprocs_running 2\nprocs_blocked 1\nsoftirq 1 2\n',
    );
    await write(
      'vmstat',
      'nr_free_pages 1\npgpgin 2\npswpout 3\npgfault 4\npgmajfault 5\noom_kill 6\npgscan_direct 7\n',
    );
    await write('sys/fs/file-nr', '592\t0\t9223372036854775807\n');
    await write('pressure/cpu', 'some avg10=0.00 avg60=0.00 avg300=0.00 total=1500000\n');
    await write('pressure/io', 'some avg10=0.00 total=2000000\nfull avg10=0.00 total=3000000\n');
    await write('pressure/memory', 'some avg10=0.00 total=4\nfull avg10=0.00 total=5\n');
    expect(await collect('stat')).toEqual([
      'node_intr_total 208664',
      'node_context_switches_total 489485',
      'node_boot_time_seconds 1795498561',
      'node_forks_total 8323',
      'node_procs_running 2',
      'node_procs_blocked 1',
    ]);
    expect(await collect('vmstat')).toEqual([
      'node_vmstat_pgpgin 2',
      'node_vmstat_pswpout 3',
      'node_vmstat_pgfault 4',
      'node_vmstat_pgmajfault 5',
      'node_vmstat_oom_kill 6',
    ]);
    expect(await collect('filefd')).toEqual(['node_filefd_allocated 592', 'node_filefd_maximum 9223372036854776000']);
    expect(await collect('pressure')).toEqual([
      'node_pressure_cpu_waiting_seconds_total 1.5',
      'node_pressure_io_waiting_seconds_total 2',
      'node_pressure_io_stalled_seconds_total 3',
      'node_pressure_memory_waiting_seconds_total 0.000004',
      'node_pressure_memory_stalled_seconds_total 0.000005',
    ]);
  });

  it('read how full the mounted file systems are, each once, without those of the kernel', async () => {
    const folder = path.join(proc, 'a b');
    await mkdir(folder);
    const escaped = folder.replaceAll(' ', '\\040');
    const lines = [
      `/dev/vda ${escaped} ext4 ro,relatime 0 0`,
      `/dev/vda ${escaped} ext4 ro,relatime 0 0`,
      `gone ${proc}/gone nfs rw 0 0`,
      'proc /proc proc rw 0 0',
      'tmpfs /dev/shm tmpfs rw 0 0',
      `overlay ${proc} overlay rw 0 0`,
    ];
    await write('1/mounts', `${lines.join('\n')}\n`);
    const samples = await collect('filesystem');
    const labels = `{device="/dev/vda",mountpoint="${folder}",fstype="ext4"}`;
    expect(samples.map((line) => line.replace(/ [^ ]*$/, ''))).toEqual([
      ...['size_bytes', 'free_bytes', 'avail_bytes', 'files', 'files_free', 'readonly', 'device_error'].map(
        (name) => `node_filesystem_${name}${labels}`,
      ),
      `node_filesystem_device_error{device="gone",mountpoint="${proc}/gone",fstype="nfs"}`,
    ]);
    expect(samples.slice(5)).toEqual([
      `node_filesystem_readonly${labels} 1`,
      `node_filesystem_device_error${labels} 0`,
      `node_filesystem_device_error{device="gone",mountpoint="${proc}/gone",fstype="nfs"} 1`,
    ]);
  });

  it('read the mounts of this process where those of the first one are not to be had', async () => {
    await write('self/mounts', `/dev/vda ${proc} ext4 rw 0 0\n`);
    expect(await collect('filesystem')).toHaveLength(7);
  });

  it('fail with the kernel’s reason where a file is missing', () => {
    expect(() => collector('pressure').collect()).toThrow('ENOENT');
  });
});

describe('the collectors of other hosts', () => {
  it('give what Node knows, and name what is missing', async () => {
    const { collectors, missing } = createHostCollectors({ clock, platform: 'darwin' });
    const families = (await Promise.all(collectors.map(async (c) => c.collect()))).flat();
    expect(new Set(families.map(({ name }) => name))).toEqual(
      new Set([
        'node_cpu_seconds_total',
        'node_memory_MemTotal_bytes',
        'node_memory_MemFree_bytes',
        'node_memory_MemAvailable_bytes',
        'node_boot_time_seconds',
        'node_load1',
        'node_load5',
        'node_load15',
        'node_time_seconds',
        'node_uname_info',
      ]),
    );
    expect(missing).toEqual(['diskstats', 'filefd', 'filesystem', 'netdev', 'pressure', 'stat', 'vmstat']);
  });

  it('have no load on Windows, where Node says 0 for want of one', () => {
    const { collectors, missing } = createHostCollectors({ clock, platform: 'win32' });
    expect(collectors.map(({ name }) => name)).not.toContain('loadavg');
    expect(missing).toContain('loadavg');
  });
});
