import type { Evaluation } from './Evaluation.ts';
import type { FillSteps } from './rangeFunction.ts';
import type { Windows } from './Windows.ts';

// Samples, or steps, that are gone through at a stretch: a millisecond or so.
const stretch = 50_000;

async function fillInStretches(
  evaluation: Evaluation,
  { from, to }: Windows,
  fill: FillSteps,
  isDear: boolean,
): Promise<void> {
  let first = 0;
  let cost = 0;
  for (let step = 0; step < to.length; step += 1) {
    const begin = isDear ? from[step] : to[step - 1];
    cost += (to[step] as number) - (begin ?? 0) + 1;
    if (cost < stretch && step + 1 < to.length) continue;
    fill(first, step + 1);
    const pause = evaluation.tick(cost);
    if (pause !== undefined) await pause;
    first = step + 1;
    cost = 0;
  }
}

/**
 * Fills the steps of a column, a stretch at a time when there is much to do: await what it gives.
 *
 * @param isDear - Whether all samples of all windows are gone through.
 */
export function fillSteps(
  evaluation: Evaluation,
  windows: Windows,
  fill: FillSteps,
  isDear: boolean,
): Promise<void> | undefined {
  const steps = windows.to.length;
  const cost = steps + (isDear ? windows.sampleCount : windows.times.length);
  if (cost > stretch) return fillInStretches(evaluation, windows, fill, isDear);
  fill(0, steps);
  return evaluation.tick(cost + 300);
}
