import type { Rung } from './UnitDefinition.ts';

const SI_UP = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y'];
const IEC_UP = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'Zi', 'Yi'];
const SI_DOWN = ['f', 'p', 'n', 'µ', 'm'];

/** Returns the decimal ladder of a unit: `B`, `kB`, `MB` … */
export function siLadder(unit: string): readonly Rung[] {
  return SI_UP.map((prefix, power) => ({ factor: 1000 ** power, suffix: prefix + unit }));
}

/** Returns the decimal ladder of a unit that has small parts too: `mW`, `W`, `kW` … */
export function siLadderWithParts(unit: string): readonly Rung[] {
  const parts = SI_DOWN.map((prefix, index) => ({ factor: 1000 ** (index - SI_DOWN.length), suffix: prefix + unit }));
  return [...parts, ...siLadder(unit)];
}

/** Returns the binary ladder of a unit: `B`, `KiB`, `MiB` … */
export function iecLadder(unit: string): readonly Rung[] {
  return IEC_UP.map((prefix, power) => ({ factor: 1024 ** power, suffix: prefix + unit }));
}

const SEXAGESIMAL = [1, 2, 5, 10, 15, 30];

/** The ladder of durations, in seconds. */
export const DURATION_LADDER: readonly Rung[] = [
  { factor: 1e-9, suffix: 'ns' },
  { factor: 1e-6, suffix: 'µs' },
  { factor: 1e-3, suffix: 'ms' },
  { factor: 1, suffix: 's', steps: SEXAGESIMAL },
  { factor: 60, suffix: 'min', steps: SEXAGESIMAL },
  { factor: 3600, suffix: 'h', steps: [1, 2, 3, 6, 12] },
  { factor: 86_400, suffix: 'd' },
  { factor: 31_557_600, suffix: 'y' },
];
