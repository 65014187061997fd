import { metricFamily } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

// Paging, swapping, page faults and kills for lack of memory; the other two hundred fields are for kernel developers.
const KEPT = /^(oom_kill|pgpg|pswp|pg.*fault)/;

/** Reads how memory moves. */
export function createVmstatCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'vmstat',
    collect() {
      return readProcLines(proc, 'vmstat').flatMap((line) => {
        const [name = '', value = ''] = line.split(' ', 2);
        if (!KEPT.test(name)) return [];
        return [metricFamily('unknown', `node_vmstat_${name}`, `${name} as /proc/vmstat gives it.`, Number(value))];
      });
    },
  };
}
