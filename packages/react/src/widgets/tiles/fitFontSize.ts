import { textWidth } from '../../chart/textWidth.ts';

/** Returns the largest font size, up to `max`, in which the text is about as wide as there is room; never below 10. */
export function fitFontSize(text: string, width: number, max: number): number {
  const widthAtOne = Math.max(0.1, textWidth(text, 1));
  return Math.max(10, Math.floor(Math.min(max, width / widthAtOne)));
}
