import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineCutter } from './LineCutter.ts';

const MAX = 8;

/** Returns the lines of a text that comes in parts, long ones as "…", and where the cutter was after each part. */
function cut(text: string, lengths: readonly number[]) {
  const lines: string[] = [];
  const offsets: number[] = [];
  const cutter = new LineCutter(100, MAX, {
    onLines: (bytes) => lines.push(...bytes.toString().slice(0, -1).split('\n')),
    onLongLine: () => lines.push('…'),
  });
  let at = 0;
  for (const length of [...lengths, text.length]) {
    const part = text.slice(at, at + length);
    at += part.length;
    const chunk = Buffer.from(part);
    cutter.push(chunk);
    chunk.fill('?');
    offsets.push(cutter.offset - 100);
  }
  cutter.end();
  return { lines, offsets, end: cutter.offset - 100 };
}

describe('LineCutter', () => {
  it('cuts behind line feeds, wherever the parts end', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: MAX });
    const lengths = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.boolean(), lengths, (lines, hasEnd, parts) => {
        const text = lines.join('\n') + (hasEnd ? '\n' : '');
        const expected = hasEnd || lines.at(-1) !== '' ? lines : lines.slice(0, -1);
        const found = cut(text, parts);
        expect(found.lines).toEqual(expected);
        expect(found.end).toBe(text.length);
        // Whoever goes on there begins with a line.
        for (const offset of found.offsets) expect(offset === 0 || text[offset - 1] === '\n').toBe(true);
      }),
    );
  });

  it('passes over lines that are too long without keeping them, and stays before them until they end', () => {
    const text = `a\n${'x'.repeat(30)}\nb\n`;
    const { lines, offsets, end } = cut(text, [5, 5, 5, 5, 5, 5]);
    expect(lines).toEqual(['a', '…', 'b']);
    expect(offsets).toEqual([2, 2, 2, 2, 2, 2, text.length]);
    expect(end).toBe(text.length);
  });

  it('says of a long line that the text ends in it', () => {
    expect(cut(`a\n${'x'.repeat(30)}`, [10, 10])).toMatchObject({ lines: ['a', '…'], end: 32 });
  });
});
