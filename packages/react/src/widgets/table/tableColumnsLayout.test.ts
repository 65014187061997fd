import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableColumnsLayout } from './tableColumnsLayout.ts';

describe('tableColumnsLayout', () => {
  it('fills the width, and lets the widest columns give way', () => {
    const places = tableColumnsLayout([{ texts: ['id'] }, { texts: ['x'.repeat(400)] }, { texts: ['value'] }], 12, 600);
    expect(places.map(({ x }) => Math.round(x))).toEqual([0, 64, 536]);
  });

  it('never runs out of the width', () => {
    const texts = fc.array(fc.array(fc.string({ maxLength: 80 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 2000 }), (columns, width) => {
        const last = tableColumnsLayout(
          columns.map((one) => ({ texts: one })),
          12,
          width,
        ).at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width);
      }),
    );
  });
});
