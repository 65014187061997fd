import type { Threshold } from '@glasspane/core';
import { themeColor } from '../../theme/themeColor.ts';
import type { GaugeDomain } from './gaugeDomain.ts';

/** The values that one threshold holds for, within a domain. */
export interface ThresholdPart {
  readonly id: string;
  /** A CSS colour. */
  readonly color: string;
  readonly from: number;
  readonly to: number;
}

/** Returns the parts of a domain: each threshold goes on to where the next one begins, and the base step begins where the domain does. */
export function thresholdParts(thresholds: readonly Threshold[], { min, max }: GaugeDomain): readonly ThresholdPart[] {
  return thresholds.map(({ value, color }, index) => ({
    id: `threshold ${index}`,
    color: themeColor(color),
    from: value ?? min,
    to: thresholds[index + 1]?.value ?? max,
  }));
}
