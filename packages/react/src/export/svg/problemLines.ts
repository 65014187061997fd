import { textWidth } from '../../chart/textWidth.ts';
import { wrapText } from '../../drawing/wrapText.ts';
import type { WidgetProblem } from '../WidgetOutcome.ts';

/** A line of a message, in the middle of a widget. */
export interface ProblemLine {
  readonly text: string;
  readonly size: number;
  readonly isTitle: boolean;
}

/** Returns the lines that say why a widget has no picture, as many as there is room for. */
export function problemLines(problem: WidgetProblem, width: number, height: number): readonly ProblemLine[] {
  const room = Math.max(40, width - 24);
  const titleSize = textWidth(problem.title, 13) > room || height < 60 ? 12 : 13;
  const maxTitleLines = height < 40 ? 1 : 2;
  const titles = wrapText(problem.title, titleSize, room, maxTitleLines).map((text) => ({
    text,
    size: titleSize,
    isTitle: true,
  }));
  const left = Math.min(6, Math.max(0, Math.floor((height - titles.length * 18 - 16) / 16)));
  const details = wrapText(problem.details.join('\n'), 11, room, left).map((text) => ({
    text,
    size: 11,
    isTitle: false,
  }));
  return [...titles, ...details];
}
