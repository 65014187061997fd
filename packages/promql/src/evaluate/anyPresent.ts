import type { Evaluation } from './Evaluation.ts';
import type { Series } from './values.ts';

/** Returns, step by step, 1 where any of the series has a sample. */
export async function anyPresent(
  evaluation: Evaluation,
  series: readonly Series[],
  count: number,
): Promise<Uint8Array> {
  const any = new Uint8Array(count);
  for (const { present } of series) {
    if (present === undefined) return any.fill(1);
    for (let step = 0; step < count; step += 1) if (present[step] === 1) any[step] = 1;
    const pause = evaluation.tick(count + 50);
    if (pause !== undefined) await pause;
  }
  return any;
}
