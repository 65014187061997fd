import type { Threshold } from '@glasspane/core';
import type { ReactElement } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { themeColor } from '../../theme/themeColor.ts';
import type { PlacedBars } from './placeBars.ts';

interface BarThresholdsProps {
  readonly thresholds: readonly Threshold[];
  readonly placed: PlacedBars;
  readonly isBand: boolean;
  /** Bands stand behind the bars, lines before them. */
  readonly part: 'behind' | 'before';
}

/** The thresholds of a bar chart, whichever way its bars go. */
export function BarThresholds({ thresholds, placed, isBand, part }: BarThresholdsProps): ReactElement | null {
  if (part === 'behind') return isBand ? <Bands thresholds={thresholds} placed={placed} /> : null;
  const { axis } = placed;
  const shown = thresholds.flatMap(({ value, color, label }, index) =>
    value === undefined || value < axis.min || value > axis.max
      ? []
      : [{ id: `threshold ${index}`, value, color: themeColor(color), label }],
  );
  return (
    <g>
      {shown.map(({ id, value, color, label }) => (
        <Line key={id} at={Math.round(placed.position(value)) + 0.5} color={color} label={label} placed={placed} />
      ))}
    </g>
  );
}

function Bands({ thresholds, placed }: Pick<BarThresholdsProps, 'thresholds' | 'placed'>): ReactElement {
  const { axis, layout, position } = placed;
  const { rect, isHorizontal } = layout;
  return (
    <g>
      {thresholds.map(({ value = axis.min, color }, index) => {
        const from = position(value);
        const to = position(thresholds[index + 1]?.value ?? axis.max);
        const [low, size] = [Math.min(from, to), Math.abs(to - from)];
        const box = isHorizontal
          ? { x: low, y: rect.top, width: size, height: rect.height }
          : { x: rect.left, y: low, width: rect.width, height: size };
        // biome-ignore lint/suspicious/noArrayIndexKey: thresholds have no identity but their order
        return <rect key={index} {...box} fill={themeColor(color)} fillOpacity={0.1} />;
      })}
    </g>
  );
}

interface LineProps {
  readonly at: number;
  readonly color: string;
  readonly label: string | undefined;
  readonly placed: PlacedBars;
}

function Line({ at, color, label, placed }: LineProps): ReactElement {
  const { rect, isHorizontal } = placed.layout;
  const end = { x: rect.left + rect.width, y: rect.top + rect.height };
  const line = isHorizontal
    ? { x1: at, x2: at, y1: rect.top, y2: end.y }
    : { x1: rect.left, x2: end.x, y1: at, y2: at };
  const fits = label !== undefined && rect.width >= 160 && textWidth(label, 10) < rect.width / 2;
  const isLeft = isHorizontal && fits && at + textWidth(label, 10) + 6 > end.x;
  return (
    <g>
      <line className="gp-threshold-line" {...line} stroke={color} strokeDasharray="5 4" />
      {fits ? (
        <g className="gp-threshold-label">
          <SvgText
            x={isHorizontal ? at + (isLeft ? -4 : 4) : end.x - 4}
            y={isHorizontal ? rect.top + 10 : at - rect.top > 16 ? at - 5 : at + 13}
            size={10}
            anchor={isHorizontal && !isLeft ? 'start' : 'end'}
            text={label}
            fill={color}
            isStrong
          />
        </g>
      ) : null}
    </g>
  );
}
