import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aWidget } from '../../../test/aDashboard.ts';
import { gridBoxes, heightOf } from './gridBoxes.ts';
import { paginate } from './paginate.ts';

const layouts = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 23 }),
    y: fc.integer({ min: 0, max: 60 }),
    w: fc.integer({ min: 1, max: 24 }),
    h: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 14 },
);
const boxesOf = (list: readonly { x: number; y: number; w: number; h: number }[], width = 1200) =>
  gridBoxes(
    list.map((layout, index) => aWidget({ id: `w${index}`, layout })),
    width,
  );
const heights = { first: 600, other: 700 };

describe('gridBoxes', () => {
  it('stands widgets where the screen has them, without the rows that none of them is in', () => {
    const boxes = boxesOf([
      { x: 12, y: 5, w: 12, h: 4 },
      { x: 0, y: 5, w: 12, h: 4 },
    ]);
    expect(boxes.map(({ widget, x, y, width, height }) => ({ id: widget.id, x, y, width, height }))).toEqual([
      { id: 'w1', x: 0, y: 0, width: 596, height: 152 },
      { id: 'w0', x: 604, y: 0, width: 596, height: 152 },
    ]);
  });
});

describe('paginate', () => {
  it('ends a page where no widget crosses', () => {
    const row = (y: number) => [
      { x: 0, y, w: 12, h: 8 },
      { x: 12, y, w: 12, h: 8 },
    ];
    const pages = paginate(boxesOf([...row(0), ...row(8), ...row(16)]), { first: 500, other: 800 });
    expect(pages.map((page) => page.map(({ widget, y }) => [widget.id, y]))).toEqual([
      [
        ['w0', 0],
        ['w1', 0],
      ],
      [
        ['w2', 0],
        ['w3', 0],
        ['w4', 320],
        ['w5', 320],
      ],
    ]);
  });

  it('makes a widget that is higher than a page as high as one', () => {
    const pages = paginate(boxesOf([{ x: 0, y: 0, w: 24, h: 100 }]), heights);
    expect(pages.map((page) => page.map(({ height }) => height))).toEqual([[600]]);
  });

  it('places each widget once, wholly on its page, over none of the others', () => {
    fc.assert(
      fc.property(layouts, (list) => {
        const boxes = boxesOf(list);
        const pages = paginate(boxes, heights);
        const ids = pages.flat().map(({ widget }) => widget.id);
        expect([...ids].sort()).toEqual(boxes.map(({ widget }) => widget.id).sort());
        for (const [index, page] of pages.entries()) {
          expect(heightOf(page)).toBeLessThanOrEqual(index === 0 ? heights.first : heights.other);
          expect(Math.min(...page.map(({ y }) => y))).toBe(0);
          for (const a of page) {
            const over = page.filter(
              (b) =>
                a !== b && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
            );
            expect(over).toEqual([]);
          }
        }
      }),
    );
  });
});
