import { counter } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

const READINGS = [
  ['cpu', 'some', 'node_pressure_cpu_waiting_seconds_total', 'Seconds in which some task waited for a CPU.'],
  ['io', 'some', 'node_pressure_io_waiting_seconds_total', 'Seconds in which some task waited for input or output.'],
  ['io', 'full', 'node_pressure_io_stalled_seconds_total', 'Seconds in which all tasks waited for input or output.'],
  ['memory', 'some', 'node_pressure_memory_waiting_seconds_total', 'Seconds in which some task waited for memory.'],
  ['memory', 'full', 'node_pressure_memory_stalled_seconds_total', 'Seconds in which all tasks waited for memory.'],
] as const;

/** Reads the kernel's pressure stall information, which not every kernel keeps. */
export function createPressureCollector({ proc }: LinuxPaths): HostCollector {
  return {
    name: 'pressure',
    collect() {
      return READINGS.flatMap(([resource, kind, name, help]) => {
        const line = readProcLines(proc, `pressure/${resource}`).find((text) => text.startsWith(`${kind} `));
        const microseconds = /total=(\d+)/.exec(line ?? '')?.[1];
        return microseconds === undefined ? [] : [counter(name, help, Number(microseconds) / 1e6)];
      });
    },
  };
}
