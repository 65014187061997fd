import os from 'node:os';
import { gauge } from '../../exposition/metricFamily.ts';
import type { HostCollector } from '../HostCollector.ts';

/** Reads the load averages, where there is no `/proc`. */
export function createPortableLoadCollector(): HostCollector {
  return {
    name: 'loadavg',
    collect() {
      const [load1 = Number.NaN, load5 = Number.NaN, load15 = Number.NaN] = os.loadavg();
      return [
        gauge('node_load1', 'Runnable and blocked tasks, averaged over one minute.', load1),
        gauge('node_load5', 'Runnable and blocked tasks, averaged over five minutes.', load5),
        gauge('node_load15', 'Runnable and blocked tasks, averaged over fifteen minutes.', load15),
      ];
    },
  };
}
