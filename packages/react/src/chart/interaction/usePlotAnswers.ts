import { useMemo } from 'react';
import type { PlotAnswers } from './PlotAnswers.ts';
import { type TooltipOptions, tooltipSettings } from './TooltipOptions.ts';

/** What a chart is given of how it answers. */
export interface PlotAnswerProps extends Omit<PlotAnswers, 'tooltip'> {
  readonly tooltip?: TooltipOptions | undefined;
}

/** Returns how a plot answers; the same object while it says the same. */
export function usePlotAnswers({ tooltip, onTimeRangeSelect, onZoomBack, onPointClick }: PlotAnswerProps): PlotAnswers {
  const { mode, sort } = tooltipSettings(tooltip);
  return useMemo(
    () => ({ tooltip: { mode, sort }, onTimeRangeSelect, onZoomBack, onPointClick }),
    [mode, sort, onTimeRangeSelect, onZoomBack, onPointClick],
  );
}
