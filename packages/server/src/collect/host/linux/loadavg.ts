import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProc } from './readProc.ts';

/** Reads the load averages. */
export function createLoadCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'loadavg',
    collect() {
      const [load1, load5, load15] = readProc(proc, 'loadavg').split(' ', 3).map(Number);
      return [
        gauge('node_load1', 'Runnable and blocked tasks, averaged over one minute.', load1 ?? Number.NaN),
        gauge('node_load5', 'Runnable and blocked tasks, averaged over five minutes.', load5 ?? Number.NaN),
        gauge('node_load15', 'Runnable and blocked tasks, averaged over fifteen minutes.', load15 ?? Number.NaN),
      ];
    },
  };
}
