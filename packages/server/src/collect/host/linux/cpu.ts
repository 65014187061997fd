import { counter, type LabelledValue } from '../../exposition/metricFamily.ts';
import type { HostCollector, LinuxPaths } from '../HostCollector.ts';
import { readProcLines } from './readProc.ts';

const MODES = ['user', 'nice', 'system', 'idle', 'iowait', 'irq', 'softirq', 'steal'] as const;
const GUEST_MODES = ['user', 'nice'] as const;

// The unit of /proc/stat. The kernel's own tick may differ, but what it tells programs is fixed at 100 on all
// architectures that Node runs on.
const TICKS_PER_SECOND = 100;

// A CPU that was taken away and given back starts anew; smaller steps back are the kernel's rounding.
const RESTART_SECONDS = 3;

/** Reads what each CPU spent its time on. */
export function createCpuCollector({ proc }: LinuxPaths): HostCollector {
  const lastByCpu = new Map<string, readonly number[]>();

  return {
    name: 'cpu',
    collect() {
      const times: LabelledValue[] = [];
      const guestTimes: LabelledValue[] = [];
      for (const line of readProcLines(proc, 'stat')) {
        const match = /^cpu(\d+) (.+)$/.exec(line);
        if (match === null) continue;
        const [, cpu = '', fields = ''] = match;
        const seconds = withoutStepsBack(fields.split(' ').map(toSeconds), lastByCpu.get(cpu));
        lastByCpu.set(cpu, seconds);
        MODES.forEach((mode, i) => {
          times.push([{ cpu, mode }, seconds[i] ?? 0]);
        });
        GUEST_MODES.forEach((mode, i) => {
          guestTimes.push([{ cpu, mode }, seconds[MODES.length + i] ?? 0]);
        });
      }
      return [
        counter('node_cpu_seconds_total', 'Seconds that each CPU spent in each mode.', times),
        counter('node_cpu_guest_seconds_total', 'Seconds that each CPU spent running virtual machines.', guestTimes),
      ];
    },
  };
}

function toSeconds(ticks: string): number {
  return Number(ticks) / TICKS_PER_SECOND;
}

function withoutStepsBack(seconds: readonly number[], last: readonly number[] | undefined): readonly number[] {
  if (last === undefined) return seconds;
  const idle = MODES.indexOf('idle');
  if ((last[idle] ?? 0) - (seconds[idle] ?? 0) >= RESTART_SECONDS) return seconds;
  return seconds.map((value, i) => Math.max(value, last[i] ?? 0));
}
