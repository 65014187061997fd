import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProc } from './readProc.ts';

/** Reads how many files are open on the host. */
export function createFileDescriptorCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'filefd',
    collect() {
      const [allocated, , maximum] = readProc(proc, 'sys/fs/file-nr').trim().split('\t').map(Number);
      return [
        gauge('node_filefd_allocated', 'File descriptors in use on the whole host.', allocated ?? Number.NaN),
        gauge('node_filefd_maximum', 'File descriptors that the host allows.', maximum ?? Number.NaN),
      ];
    },
  };
}
