import type { ReactElement } from 'react';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';
import type { WidgetProblem } from '../WidgetOutcome.ts';
import { problemLines } from './problemLines.ts';

const MARK_SIZE = 20;

interface ProblemSvgProps {
  readonly problem: WidgetProblem;
  readonly width: number;
  readonly height: number;
}

/** Says in the middle of a widget why it has no picture. */
export function ProblemSvg({ problem, width, height }: ProblemSvgProps): ReactElement {
  const lines = problemLines(problem, width, height);
  const heights = lines.map(({ isTitle }) => (isTitle ? 18 : 16));
  const textHeight = heights.reduce((sum, one) => sum + one, 0);
  const hasMark = textHeight + MARK_SIZE + 8 <= height;
  const top = (height - textHeight - (hasMark ? MARK_SIZE + 8 : 0)) / 2;
  const textTop = top + (hasMark ? MARK_SIZE + 8 : 0);
  return (
    <>
      {hasMark ? <Mark x={width / 2} y={top + MARK_SIZE / 2} tone={problem.tone} /> : null}
      {lines.map(({ text, size, isTitle }, index) => (
        <SvgText
          // biome-ignore lint/suspicious/noArrayIndexKey: a picture is drawn once
          key={index}
          x={width / 2}
          y={textTop + heights.slice(0, index).reduce((sum, one) => sum + one, 0) + 13}
          size={size}
          anchor="middle"
          text={text}
          color={isTitle ? 'text' : 'text-muted'}
          isStrong={isTitle}
        />
      ))}
    </>
  );
}

function Mark({ x, y, tone }: { readonly x: number; readonly y: number; readonly tone: WidgetProblem['tone'] }) {
  const color = tokenColor(tone === 'error' ? 'critical' : 'neutral');
  return (
    <g fill="none" stroke={color} strokeWidth={1.6} strokeLinecap="round">
      <circle cx={x} cy={y} r={8.5} />
      <path d={tone === 'error' ? `M${x},${y - 4.5}v5` : `M${x},${y - 0.5}v5`} />
      <path d={tone === 'error' ? `M${x},${y + 4}h0.01` : `M${x},${y - 4}h0.01`} />
    </g>
  );
}
