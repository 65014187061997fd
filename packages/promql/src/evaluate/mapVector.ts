import type { Scope } from './Scope.ts';
import { blankGaps, type Series, type VectorValue } from './values.ts';

/** Maps the values of a vector; the result is another metric. */
export async function mapVector(
  scope: Scope,
  vector: VectorValue,
  map: (value: number, step: number) => number,
): Promise<VectorValue> {
  const series: Series[] = [];
  for (const one of vector.series) {
    series.push({ ...one, values: blankGaps(one.values.map(map), one.present), isNameDropped: true });
    const pause = scope.evaluation.tick(scope.grid.count * 2 + 100);
    if (pause !== undefined) await pause;
  }
  return { type: 'vector', series };
}
