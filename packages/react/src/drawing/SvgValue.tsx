import type { FormattedValue } from '@glasspane/core';
import type { ReactElement } from 'react';

interface SvgValueProps {
  readonly value: FormattedValue;
  readonly x: number;
  /** The middle of the digits. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

/** A value in a picture, its unit smaller than its number. */
export function SvgValue({ value, x, y, size, fill }: SvgValueProps): ReactElement {
  const { text, prefix, number, suffix } = value;
  const isSpaced = text.length > prefix.length + number.length + suffix.length;
  const unitSize = Math.max(10, size * 0.58);
  return (
    <text x={x} y={y + size * 0.36} fontSize={size} fontWeight={600} fill={fill} textAnchor="middle">
      {prefix === '' ? null : <tspan fontSize={unitSize}>{prefix}</tspan>}
      <tspan>{number}</tspan>
      {suffix === '' ? null : <tspan fontSize={unitSize}>{isSpaced ? `\u00a0${suffix}` : suffix}</tspan>}
    </text>
  );
}
