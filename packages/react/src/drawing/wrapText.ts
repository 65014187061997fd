import { textWidth } from '../chart/textWidth.ts';
import { truncateText } from './truncateText.ts';

/** Returns the lines of a text of that width, at most `maxLines` of them; what is left out ends in an ellipsis. */
export function wrapText(text: string, size: number, maxWidth: number, maxLines: number): readonly string[] {
  const lines = text.split('\n').flatMap((line) => wrapLine(line, size, maxWidth));
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, Math.max(0, maxLines));
  const last = kept.pop();
  return last === undefined ? [] : [...kept, truncateText(`${last} ${lines[maxLines] ?? ''}`, size, maxWidth)];
}

function wrapLine(text: string, size: number, maxWidth: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => breakWord(one, size, maxWidth))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(joined, size) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = joined;
    }
  }
  return [...lines, line];
}

/** Returns a word in pieces that each have room on a line. */
export function breakWord(word: string, size: number, maxWidth: number): readonly string[] {
  const pieces: string[] = [];
  let [piece, used] = ['', 0];
  for (const character of word) {
    const width = textWidth(character, size);
    if (piece !== '' && used + width > maxWidth) {
      pieces.push(piece);
      [piece, used] = ['', 0];
    }
    piece += character;
    used += width;
  }
  return [...pieces, piece];
}
