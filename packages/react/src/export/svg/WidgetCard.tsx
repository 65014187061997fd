import type { ReactElement, ReactNode } from 'react';
import { textWidth } from '../../chart/textWidth.ts';
import { SvgText } from '../../drawing/SvgText.tsx';
import { tokenColor } from '../../theme/colorTokens.ts';

/** The room around the view of a widget, in pixels, as the stylesheet has it on the screen. */
export const CARD = { side: 12, head: 32, foot: 10 } as const;

interface WidgetCardProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** A time range that is not the dashboard's. */
  readonly rangeText?: string | undefined;
  /** What the backend says of the results. */
  readonly notice?: string | undefined;
  readonly children: ReactNode;
}

/** The tile around a widget's picture. */
export function WidgetCard({ width, height, title, rangeText, notice, children }: WidgetCardProps): ReactElement {
  const inner = width - CARD.side * 2;
  const rangeWidth = rangeText === undefined ? 0 : Math.min(textWidth(rangeText, 11) + 12, inner * 0.6);
  return (
    <>
      <rect
        x={0.5}
        y={0.5}
        width={width - 1}
        height={height - 1}
        rx={8}
        fill={tokenColor('surface')}
        stroke={tokenColor('border')}
      />
      <SvgText x={CARD.side} y={21} size={13} text={title} maxWidth={inner - rangeWidth} isStrong />
      {rangeText === undefined ? null : (
        <SvgText
          x={width - CARD.side}
          y={21}
          size={11}
          anchor="end"
          color="text-muted"
          text={rangeText}
          maxWidth={rangeWidth}
        />
      )}
      <g transform={`translate(${CARD.side},${CARD.head})`}>{children}</g>
      {notice === undefined ? null : (
        <SvgText x={CARD.side} y={height - 8} size={11} color="warning" text={notice} maxWidth={inner} />
      )}
    </>
  );
}

/** Returns the room for the view of a widget on a card of that size. */
export function viewSize(
  width: number,
  height: number,
  hasNotice: boolean,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(1, width - CARD.side * 2),
    height: Math.max(1, height - CARD.head - CARD.foot - (hasNotice ? 12 : 0)),
  };
}
