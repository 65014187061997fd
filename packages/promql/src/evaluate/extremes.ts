/** Returns the smaller number. Negative infinity wins over NaN, as IEEE 754 once had it and Go has it still. */
export function smallerOf(a: number, b: number): number {
  const infinity = Number.NEGATIVE_INFINITY;
  return a === infinity || b === infinity ? infinity : Math.min(a, b);
}

/** Returns the larger number. Infinity wins over NaN. */
export function largerOf(a: number, b: number): number {
  const infinity = Number.POSITIVE_INFINITY;
  return a === infinity || b === infinity ? infinity : Math.max(a, b);
}
