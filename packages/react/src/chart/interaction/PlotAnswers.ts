import type { AbsoluteTimeRange } from '@glasspane/core';
import type { PointClick } from './PointClick.ts';
import type { TooltipSettings } from './TooltipOptions.ts';

/** What a plot answers with, and whom it tells. */
export interface PlotAnswers {
  readonly tooltip: TooltipSettings;
  /** Left out: no time range can be selected. */
  readonly onTimeRangeSelect?: ((range: AbsoluteTimeRange) => void) | undefined;
  readonly onZoomBack?: (() => void) | undefined;
  readonly onPointClick?: ((point: PointClick) => void) | undefined;
}
