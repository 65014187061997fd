import { textWidth } from '../chart/textWidth.ts';

/** Returns the text, or as much of its beginning as has room, with an ellipsis. */
export function truncateText(text: string, size: number, maxWidth: number): string {
  if (textWidth(text, size) <= maxWidth) return text;
  const room = maxWidth - textWidth('…', size);
  let [kept, used] = ['', 0];
  for (const character of text) {
    used += textWidth(character, size);
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
