import os from 'node:os';
import { counter } from '../../exposition/metricFamily.ts';
import type { HostCollector } from '../HostCollector.ts';

const MODES = [
  ['user', 'user'],
  ['nice', 'nice'],
  ['sys', 'system'],
  ['idle', 'idle'],
  ['irq', 'irq'],
] as const;

/** Reads what each CPU spent its time on, where there is no `/proc`. */
export function createPortableCpuCollector(): HostCollector {
  return {
    name: 'cpu',
    collect() {
      const values = os
        .cpus()
        .flatMap(({ times }, cpu) =>
          MODES.map(([field, mode]) => [{ cpu: String(cpu), mode }, times[field] / 1000] as const),
        );
      return [counter('node_cpu_seconds_total', 'Seconds that each CPU spent in each mode.', values)];
    },
  };
}
