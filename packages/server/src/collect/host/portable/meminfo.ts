import os from 'node:os';
import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector } from '../HostCollector.ts';

/** Reads how much memory is free, where there is no `/proc`, under the names that Linux hosts have. */
export function createPortableMemoryCollector(): HostCollector {
  return {
    name: 'meminfo',
    collect: () => [
      gauge('node_memory_MemTotal_bytes', 'Memory of the host.', os.totalmem()),
      gauge('node_memory_MemFree_bytes', 'Memory that nothing uses.', os.freemem()),
      gauge('node_memory_MemAvailable_bytes', 'Memory that programs can have without swapping.', os.freemem()),
    ],
  };
}
