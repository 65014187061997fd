import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../chart/textWidth.ts';
import { truncateText } from './truncateText.ts';
import { wrapText } from './wrapText.ts';

describe('truncateText', () => {
  it('leaves a text that has room as it is, and cuts one that has not', () => {
    expect([truncateText('short', 10, 100), truncateText('a text that is long', 10, 60)]).toEqual([
      'short',
      'a text tha…',
    ]);
  });
});

describe('wrapText', () => {
  it('keeps every line within the width, and the words in order', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { maxLength: 20 }), (words) => {
        const lines = wrapText(words.join(' '), 10, 120, 1000);
        expect(lines.every((line) => textWidth(line, 10) <= 120)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });

  it('ends what it leaves out in an ellipsis', () => {
    const lines = wrapText('one two three four five six', 10, 60, 2);
    expect([lines.length, lines[1]?.endsWith('…')]).toEqual([2, true]);
  });
});
