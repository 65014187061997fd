import { readdirSync, readFileSync } from 'node:fs';
import type { MetricFamily } from '../exposition/Exposition.ts';
import { gauge } from '../exposition/metricFamily.ts';

/** Reads what only Linux tells of the process; elsewhere there is nothing. */
export function collectProcSelf(platform: NodeJS.Platform): readonly MetricFamily[] {
  if (platform !== 'linux') return [];
  const families = [
    // One of them is the directory that is being read.
    gauge('process_open_fds', 'File descriptors that the process has open.', readdirSync('/proc/self/fd').length - 1),
  ];
  const maximum = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  if (maximum !== undefined) {
    families.push(gauge('process_max_fds', 'File descriptors that the process may have open.', Number(maximum)));
  }
  const virtualKiB = /^VmSize:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (virtualKiB !== undefined) {
    families.push(gauge('process_virtual_memory_bytes', 'Virtual memory of the process.', Number(virtualKiB) * 1024));
  }
  return families;
}
