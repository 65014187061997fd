/** How the bars of one category stand. */
export type BarStacking = 'none' | 'normal' | 'percent';

/** From where to where a bar goes, in values; as a share of 1 where bars are stacked to 100 %. */
export interface BarSpan {
  readonly from: number;
  readonly to: number;
}

/** Beyond this the sum of values is not a number any more. */
const LIMIT = 1e304;

/**
 * Returns where the bars of one category stand, one for each value: on zero, or on one another, those below zero
 * downwards. What is not a finite number has none, and shares are of the sum of sizes, whatever their signs.
 */
export function barSpans(
  values: readonly (number | undefined)[],
  stacking: BarStacking,
): readonly (BarSpan | undefined)[] {
  const finite = values.map((value) => (value === undefined || !Number.isFinite(value) ? undefined : held(value)));
  if (stacking === 'none') return finite.map((value) => (value === undefined ? undefined : { from: 0, to: value }));
  const scaled = stacking === 'percent' ? shares(finite) : finite;
  let [above, below] = [0, 0];
  return scaled.map((value) => {
    if (value === undefined) return undefined;
    const from = value < 0 ? below : above;
    const to = held(from + value);
    if (value < 0) below = to;
    else above = to;
    return { from, to };
  });
}

function shares(values: readonly (number | undefined)[]): readonly (number | undefined)[] {
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  // The largest is taken out first: the sum of huge numbers would be infinite, that of tiny ones nothing.
  const parts = values.map((value) => (value === undefined || largest === 0 ? undefined : value / largest));
  const total = parts.reduce<number>((sum, value) => sum + Math.abs(value ?? 0), 0);
  return parts.map((value) => (value === undefined ? undefined : value / total));
}

function held(value: number): number {
  return Math.min(LIMIT, Math.max(-LIMIT, value));
}
