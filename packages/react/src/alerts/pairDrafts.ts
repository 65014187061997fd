/** A name and its text as they are being written. */
export interface PairDraft {
  /** Tells it from others while it is edited. */
  readonly key: number;
  readonly name: string;
  readonly value: string;
}

/** Returns the pairs of a record. */
export function pairsOf(record: Readonly<Record<string, string>>): readonly PairDraft[] {
  return Object.entries(record).map(([name, value], key) => ({ key, name, value }));
}

/** Returns the record of pairs; a pair of which nothing was written is left out. */
export function recordOf(pairs: readonly PairDraft[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs
      .filter(({ name, value }) => name.trim() !== '' || value !== '')
      .map(({ name, value }) => [name.trim(), value]),
  );
}

/** Returns what is wrong with the names of pairs. */
export function faultOfPairs(pairs: readonly PairDraft[]): string | undefined {
  const names = pairs.filter(({ name, value }) => name.trim() !== '' || value !== '').map(({ name }) => name.trim());
  if (names.includes('')) return 'Give each value a name.';
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : `“${twice}” is there twice; keep one of them.`;
}
