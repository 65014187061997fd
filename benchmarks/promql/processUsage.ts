import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** What a process has used. */
export interface ProcessUsage {
  /** The most memory it held since {@link forgetPeak}, or since its start, files mapped into it included. */
  readonly peakBytes: number;
  /** What it holds now without files mapped into it. */
  readonly ownBytes: number;
  /** Of all its threads since its start. */
  readonly cpuSeconds: number;
}

/** Reads what a process has used from Linux's `/proc`. */
export function readUsage(pid: number): ProcessUsage {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
  // The second field is a name in parentheses, in which anything may stand; time in user and kernel mode are 14 and 15.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return {
    peakBytes: 1024 * kilobytes('VmHWM'),
    ownBytes: 1024 * kilobytes('RssAnon'),
    cpuSeconds: ticks / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })),
  };
}

/** Lets the peak of a process begin anew. */
export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
