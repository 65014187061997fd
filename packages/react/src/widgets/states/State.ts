import {
  absoluteThresholds,
  displayValue,
  findMapping,
  findThreshold,
  type ResolvedFieldOptions,
  type Threshold,
  type ValueFormatter,
} from '@glasspane/core';

/** What a value means: a mapping, a threshold, or the value itself. */
export interface State {
  readonly text: string;
  /** A colour as dashboards write it; left out: one of the palette by its text. */
  readonly color: string | undefined;
}

/** Reads states off values; the same value is the same state. `undefined` as a value is a gap, and as a state. */
export type StateReader = (value: number | string | undefined) => State | undefined;

/**
 * Returns what reads the states of a series: the mapping that a value satisfies, or else the threshold that it reaches, or
 * else the value as it is written. A gap is a state only where a mapping says so.
 */
export function stateReader(options: ResolvedFieldOptions | undefined, formatter: ValueFormatter): StateReader {
  const thresholds = options?.color?.by === 'scale' ? undefined : absoluteThresholds(options);
  const known = new Map<number | string | undefined, State | undefined>();
  const byIdentity = new Map<string, State>();
  const read = (value: number | string | undefined): State | undefined => {
    const mapping = findMapping(value, options?.mappings);
    if (value === undefined && mapping === undefined) return undefined;
    const threshold = typeof value === 'number' && mapping === undefined ? findThreshold(value, thresholds) : undefined;
    const display = displayValue(value, options, formatter);
    return threshold === undefined
      ? { text: display.text, color: display.color }
      : { text: thresholdText(threshold, thresholds, options, formatter), color: threshold.color };
  };
  return (value) => {
    if (known.has(value)) return known.get(value);
    const state = read(value);
    const identity = JSON.stringify(state);
    const shared = state === undefined ? undefined : (byIdentity.get(identity) ?? state);
    if (shared !== undefined) byIdentity.set(identity, shared);
    known.set(value, shared);
    return shared;
  };
}

function thresholdText(
  { value, label }: Threshold,
  thresholds: readonly Threshold[] | undefined,
  options: ResolvedFieldOptions | undefined,
  formatter: ValueFormatter,
): string {
  if (label !== undefined) return label;
  const write = (bound: number): string => formatter.format(bound, options).text;
  const next = thresholds?.find((threshold) => threshold.value !== undefined)?.value;
  return value === undefined ? (next === undefined ? 'any' : `< ${write(next)}`) : `≥ ${write(value)}`;
}
