import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

const FIELD = /^([^:]+):\s+(\d+)( kB)?$/;

/** Reads how the memory is used, every field that this kernel has. */
export function createMemoryCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'meminfo',
    collect() {
      return readProcLines(proc, 'meminfo').flatMap((line) => {
        const match = FIELD.exec(line);
        if (match === null) return [];
        const [, field = '', amount, unit] = match;
        // Active(anon) → Active_anon
        const name = `node_memory_${field.replace(/\((.*)\)/, '_$1')}${unit === undefined ? '' : '_bytes'}`;
        return [gauge(name, `${field} as /proc/meminfo gives it.`, Number(amount) * (unit === undefined ? 1 : 1024))];
      });
    },
  };
}
