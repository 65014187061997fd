import { textWidth } from '../../chart/textWidth.ts';
import { wrapText } from '../../drawing/wrapText.ts';
import type { ColorToken } from '../../theme/colorTokens.ts';
import type { CostState } from './costModel.ts';
import type { CostTexts } from './costTexts.ts';

/** A line below the total. */
export interface HeadLine {
  readonly text: string;
  readonly color: ColorToken;
  readonly isStrong: boolean;
}

/** The size of the lines, and their distance, in pixels. */
export const HEAD_SIZE = 12;
export const HEAD_LINE = 16;

const COLORS: Readonly<Record<CostState, ColorToken>> = {
  over: 'critical',
  willBeOver: 'warning',
  within: 'good',
  noBudget: 'text-muted',
  noData: 'text-muted',
};

/** Returns the lines below the total: what it will come to, how that stands to the budget, and what is to be said of the data. */
export function costHead(
  { projection, status, remark }: CostTexts,
  state: CostState,
  width: number,
): readonly HeadLine[] {
  const texts = [
    { text: projection, color: 'text', isStrong: false },
    { text: status, color: COLORS[state], isStrong: true },
    { text: remark, color: 'text-muted', isStrong: false },
  ] as const;
  return texts.flatMap(({ text, color, isStrong }) => {
    if (text === undefined) return [];
    const size = isStrong ? HEAD_SIZE * 1.05 : HEAD_SIZE;
    const pieces = textWidth(text, size) <= width ? [text] : text.split(/(?<=[,;]) /);
    return pieces.flatMap((piece) => wrapText(piece, size, width, 2)).map((line) => ({ text: line, color, isStrong }));
  });
}
