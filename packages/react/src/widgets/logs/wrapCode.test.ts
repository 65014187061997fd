import { describe, expect, it } from 'vitest';
import { truncateRows, wrapCode } from './wrapCode.ts';

describe('wrapCode', () => {
  it.each([
    ['short', ['short']],
    ['', ['']],
    ['one two three', ['one two', 'three']],
    ['abcdefghijklmnop', ['abcdefghij', 'klmnop']],
    ['a\r\nb\rc\nd', ['a', 'b', 'c', 'd']],
    ['\tx', ['    x']],
    // Wider letters: fewer of them.
    ['приветмир', ['приветм', 'ир']],
    ['你好世界你好', ['你好世界你', '好']],
  ])('puts %j into rows of ten letters', (text, rows) => {
    expect(wrapCode(text, 10, 9)).toEqual(rows);
  });

  it('says with an ellipsis that something is left out', () => {
    expect(wrapCode('aaa\nbbb\nccc', 10, 2)).toEqual(['aaa', 'bb…']);
    expect(wrapCode('x'.repeat(300_000), 10, 2)).toEqual(['xxxxxxxxxx', 'xxxxxxxxx…']);
    expect(truncateRows(['aaa', 'bb…'], 1)).toEqual(['aa…']);
  });
});
