import { forgetPeak, type ProcessUsage, readUsage } from './processUsage.ts';
import type { Contestant } from './servers.ts';
import { formatMegabytes, printRow } from './table.ts';

/** What a server used in one part of the run. */
export interface PartUsage extends ProcessUsage {
  readonly name: Contestant['name'];
}

/** Measures what servers use, part by part. */
export interface UsageMeter {
  /** Returns what each server used since the part before it, and begins the next one. */
  endPart(): readonly PartUsage[];
}

/** Makes a meter whose first part begins now. */
export function createUsageMeter(contestants: readonly Contestant[]): UsageMeter {
  const cpuBefore = contestants.map(({ server }) => readUsage(server.pid).cpuSeconds);
  return {
    endPart: () =>
      contestants.map(({ name, server }, index) => {
        const usage = readUsage(server.pid);
        const cpuSeconds = usage.cpuSeconds - (cpuBefore[index] ?? 0);
        cpuBefore[index] = usage.cpuSeconds;
        forgetPeak(server.pid);
        return { ...usage, name, cpuSeconds };
      }),
  };
}

/** Prints what the servers used in one part of the run. */
export function printUsage(part: string, usages: readonly PartUsage[]): void {
  console.log(`\n${part}`);
  printRow('', ['peak', 'own at end', 'processor']);
  for (const { name, peakBytes, ownBytes, cpuSeconds } of usages) {
    printRow(name, [formatMegabytes(peakBytes), formatMegabytes(ownBytes), `${cpuSeconds.toFixed(1)} s`]);
  }
}
