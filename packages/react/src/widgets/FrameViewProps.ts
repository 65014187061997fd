import type { AbsoluteTimeRange, FieldOptions, FieldOverride, Frame } from '@glasspane/core';
import type { PointClick } from '../chart/interaction/PointClick.ts';

/**
 * What each view of frames is given: the data, and the room for it.
 *
 * @public
 */
export interface FrameViewProps {
  /** The results that are shown. Keep the array and the frames as they are while they hold the same. */
  readonly frames: readonly Frame[];
  /** A name template for the series of each frame, such as `{{instance}}`. Left out: named by the labels that differ. */
  readonly legends?: readonly (string | undefined)[] | undefined;
  /** The `refId` of the query that each frame answers, for overrides. */
  readonly refIds?: readonly (string | undefined)[] | undefined;
  /** What the view is called by screen readers. */
  readonly title: string;
  /** How values are shown: unit, decimals, thresholds … */
  readonly field?: FieldOptions | undefined;
  /** Some series that are shown in another way. */
  readonly overrides?: readonly FieldOverride[] | undefined;
  /** The room for the view, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A BCP 47 locale; left out: the browser's. */
  readonly locale?: string | undefined;
  /** An IANA time zone; left out: the browser's. */
  readonly timeZone?: string | undefined;
  /** The time range that the frames are for. */
  readonly timeRange: AbsoluteTimeRange;
  /** A mark was clicked, or taken with Enter: to drill down. */
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
}
