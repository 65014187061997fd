import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignToStep, resolveStep } from './resolveStep.ts';

const hourMs = 3_600_000;

it.each([
  [hourMs, 800, undefined, 5000],
  [6 * hourMs, 800, undefined, 30_000],
  [6 * hourMs, 200, undefined, 120_000],
  [24 * hourMs, 1200, undefined, 120_000],
  [30 * 24 * hourMs, 1000, undefined, hourMs],
  [5 * 365 * 24 * hourMs, 100, undefined, 28 * 24 * hourMs],
  [60_000, 800, undefined, 1000],
  [60_000, 800, 15_000, 15_000],
  [60_000, 800, 100, 100],
  [hourMs, 800, 7000, 7000],
  [6 * hourMs, 800, 7000, 30_000],
  [hourMs, 0, undefined, 120_000],
  [hourMs, Number.NaN, undefined, 120_000],
  [hourMs, Number.POSITIVE_INFINITY, undefined, 120_000],
  [24 * hourMs, 100_000, 1, 10_000],
])('chooses for %i ms on %s px, at least %s ms, the step %i ms', (rangeMs, widthPx, minStepMs, stepMs) => {
  expect(resolveStep({ range: { startMs: 0, endMs: rangeMs }, widthPx, minStepMs })).toBe(stepMs);
});

it('never gives more than 11,000 points, nor more than the chart has pixels', () => {
  const numbers = fc.record({
    startMs: fc.integer({ min: 0, max: 2e12 }),
    rangeMs: fc.oneof(fc.integer({ min: 1, max: 1e7 }), fc.integer({ min: 1, max: 1e12 })),
    widthPx: fc.oneof(fc.integer({ min: 50, max: 2000 }), fc.integer({ min: 50, max: 100_000 })),
    minStepMs: fc.option(fc.integer({ min: 1, max: 1e6 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(numbers, ({ startMs, rangeMs, widthPx, minStepMs }) => {
      const range = { startMs, endMs: startMs + rangeMs };
      const stepMs = resolveStep({ range, widthPx, minStepMs });
      const aligned = alignToStep(range, stepMs);
      const points = (aligned.endMs - aligned.startMs) / stepMs + 1;
      expect(points).toBeLessThanOrEqual(Math.min(11_000, widthPx + 2));
      expect(stepMs).toBeGreaterThanOrEqual(minStepMs ?? 1000);
      expect([aligned.startMs % stepMs, aligned.endMs % stepMs]).toEqual([0, 0]);
      expect(aligned.startMs).toBeLessThanOrEqual(range.startMs);
      expect(aligned.endMs).toBeLessThanOrEqual(range.endMs);
    }),
  );
});
