import { describe, expect, it } from 'vitest';
import { textWidth } from '../../chart/textWidth.ts';
import { layoutMarkdown, type PlacedPiece } from './layoutMarkdown.ts';
import { parseMarkdown } from './parseMarkdown.ts';

const layout = (text: string, width = 300) => layoutMarkdown(parseMarkdown(text), width);
const lines = (pieces: readonly PlacedPiece[]): readonly string[] =>
  pieces.flatMap((piece) => (piece.type === 'line' ? [piece.runs.map(({ text }) => text).join('')] : []));

describe('layoutMarkdown', () => {
  it('wraps a paragraph at words, and keeps runs of one look together', () => {
    const { pieces } = layout('Numbers of the **whole platform** at once', 160);
    expect(lines(pieces)).toEqual(['Numbers of the whole ', 'platform at once']);
    const [, second] = pieces;
    expect(second?.type === 'line' && second.runs.map(({ text, look }) => [text, look.isStrong])).toEqual([
      ['platform', true],
      [' at once', false],
    ]);
  });

  it('breaks a word that is wider than the room', () => {
    const { pieces } = layout('x'.repeat(100), 120);
    expect(lines(pieces).join('')).toBe('x'.repeat(100));
    expect(lines(pieces).every((line) => textWidth(line, 13) <= 120)).toBe(true);
  });

  it('stands blocks below each other, and knows how high they are', () => {
    const { pieces, height } = layout('# Title\n\ntext\n\n- one\n- two\n\n> said\n\n```\ncode\n```\n\n---');
    const edges = pieces.map(({ y }) => y);
    expect(lines(pieces)).toEqual(['Title', 'text', '•', 'one', '•', 'two', 'said', 'code']);
    expect(height).toBeGreaterThanOrEqual(Math.max(...edges));
    expect(pieces.filter(({ type }) => type === 'box').length).toBe(3);
  });

  it('stands the cells of a table beside each other, within the width', () => {
    const { pieces } = layout(`| name | value |\n|--|--|\n| ${'long '.repeat(40)} | 2 |`, 200);
    const texts = pieces.flatMap((piece) => (piece.type === 'line' ? [piece] : []));
    expect(lines(pieces).slice(0, 2)).toEqual(['name', 'value']);
    expect(texts[0]?.y).toBe(texts[1]?.y);
    expect(
      texts.every(
        ({ x, runs }) =>
          x +
            textWidth(
              runs
                .map(({ text }) => text)
                .join('')
                .trim(),
              13,
            ) <=
          200,
      ),
    ).toBe(true);
  });
});
