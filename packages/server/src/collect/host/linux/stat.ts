import { metricFamily } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

const FIELDS = new Map([
  ['btime', ['gauge', 'node_boot_time_seconds', 'When the host started, in seconds since the epoch.']],
  ['ctxt', ['counter', 'node_context_switches_total', 'Context switches.']],
  ['intr', ['counter', 'node_intr_total', 'Interrupts served.']],
  ['processes', ['counter', 'node_forks_total', 'Processes and threads created.']],
  ['procs_running', ['gauge', 'node_procs_running', 'Tasks that run or could run.']],
  ['procs_blocked', ['gauge', 'node_procs_blocked', 'Tasks that wait for input or output.']],
] as const);

/** Reads the kernel's own counters. */
export function createStatCollector({ proc }: LinuxPaths): HostCollector {
  const fields: ReadonlyMap<string, readonly ['gauge' | 'counter', string, string]> = FIELDS;
  return {
    name: 'stat',
    collect() {
      return readProcLines(proc, 'stat').flatMap((line) => {
        const [key = '', value = ''] = line.split(' ', 2);
        const field = fields.get(key);
        return field === undefined ? [] : [metricFamily(field[0], field[1], field[2], Number(value))];
      });
    },
  };
}
