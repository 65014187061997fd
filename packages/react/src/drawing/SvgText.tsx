import type { ReactElement } from 'react';
import { type ColorToken, tokenColor } from '../theme/colorTokens.ts';
import { truncateText } from './truncateText.ts';

/** Props of {@link SvgText}. */
export interface SvgTextProps {
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly text: string;
  /** Left out: as long as it is. */
  readonly maxWidth?: number | undefined;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  /** A name of the theme, or a CSS colour. Left out: the text's. */
  readonly color?: ColorToken | undefined;
  readonly fill?: string | undefined;
  readonly isStrong?: boolean | undefined;
}

/** A line of text in a picture, cut where there is no room for more. */
export function SvgText(props: SvgTextProps): ReactElement {
  const { x, y, size, text, maxWidth, anchor, color = 'text', isStrong = false } = props;
  // Strong letters are about a twentieth wider.
  const measured = isStrong ? size * 1.05 : size;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      fill={props.fill ?? tokenColor(color)}
      fontWeight={isStrong ? 600 : undefined}
      textAnchor={anchor === 'start' ? undefined : anchor}
    >
      {maxWidth === undefined ? text : truncateText(text, measured, maxWidth)}
    </text>
  );
}
